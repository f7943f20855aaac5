package cn.zhengqi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.sample.Note;
import cn.zhengqi.data.sample.NoteBook;
import cn.zhengqi.data.sample.NoteMapper;
import cn.zhengqi.data.sample.NoteServiceApplication;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.testing.ServiceTest;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(classes = NoteServiceApplication.class)
class PersistenceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:30:00Z");

    @Autowired
    NoteMapper notes;

    @Autowired
    NoteBook noteBook;

    @Autowired
    JdbcClient jdbc;

    private final UUID enterprise = Ids.next();

    @Test
    void an_entity_without_setters_comes_back_as_it_was_stored() {
        Note note = stored("甲");

        Note found = notes.find(note.getId()).orElseThrow();

        assertThat(found).usingRecursiveComparison().isEqualTo(note);
        assertThat(found.terms().instalments().getFirst().amount()).isEqualByComparingTo("10.50");
        assertThat(found.remarks()).containsExactly(new Note.Remark("张三", "加急"));
        assertThat(found.tags()).containsExactly("首贷", "信用");
        assertThat(found.readers()).containsExactly(enterprise);
    }

    @Test
    void an_unknown_id_finds_nothing() {
        assertThat(notes.find(Ids.next())).isEmpty();
    }

    @Test
    void enums_are_stored_by_name_and_json_as_jsonb() {
        Note note = stored("甲");

        assertThat(jdbc.sql("select state || ' ' || jsonb_typeof(terms) from note where id = ?")
                        .param(note.getId())
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN object");
    }

    @Test
    void a_change_stores_nulls_too_and_counts_the_version() {
        Note note = stored("甲");
        Note read = notes.find(note.getId()).orElseThrow();

        read.close(OffsetDateTime.of(2026, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC));
        notes.update(read);

        Note found = notes.find(note.getId()).orElseThrow();
        assertThat(found.state()).isEqualTo(Note.State.CLOSED);
        assertThat(found.reason()).isNull();
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.closedAt()).hasToString("2026-03-01T20:00+08:00");
    }

    @Test
    void the_second_of_two_who_change_the_same_is_told() {
        Note note = stored("甲");
        Note first = notes.find(note.getId()).orElseThrow();
        Note second = notes.find(note.getId()).orElseThrow();

        first.close(BusinessTime.at(NOW));
        notes.update(first);
        second.close(BusinessTime.at(NOW));

        assertThatThrownBy(() -> notes.update(second))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(CommonProblem.VERSION_CONFLICT));
    }

    @Test
    void a_record_is_a_projection() {
        Note note = stored("甲");
        stored("乙");

        List<NoteMapper.Row> rows = notes.rowsOf(enterprise);

        assertThat(rows).hasSize(2);
        NoteMapper.Row row = rows.getFirst();
        assertThat(row.id()).isEqualTo(note.getId());
        assertThat(row.state()).isEqualTo(Note.State.OPEN);
        assertThat(row.amount()).isEqualByComparingTo("12.34");
        assertThat(row.createdAt()).hasToString("2026-01-01T08:30+08:00");
        assertThat(row.closedAt()).isNull();
        assertThat(row.terms()).isEqualTo(note.terms());
        assertThat(row.tags()).containsExactly("首贷", "信用");
        assertThat(row.others()).isEqualTo(1);
    }

    @Test
    void a_page_carries_the_total_and_keeps_the_order() {
        for (int i = 1; i <= 5; i++) {
            stored("第" + i);
        }

        var page = notes.page(mine().orderByAsc(Note::getId), new PageRequest(2, 2));
        var beyond = notes.page(mine().orderByAsc(Note::getId), new PageRequest(9, 2));

        assertThat(page.total()).isEqualTo(5);
        assertThat(page.items()).hasSize(2);
        assertThat(beyond.total()).isEqualTo(5);
        assertThat(beyond.items()).isEmpty();
    }

    @Test
    void a_scope_shows_the_rows_of_its_towns_only() {
        stored("甲");

        assertThat(seenBy(ofTowns("甲", "乙"))).isEqualTo(1);
        assertThat(seenBy(ofTowns("乙"))).isZero();
        assertThat(seenBy(DataScope.ofEnterprise(enterprise))).isZero();
        assertThat(seenBy(DataScope.none())).isZero();
        assertThat(seenBy(DataScope.all())).isEqualTo(1);
    }

    @Test
    void a_transaction_by_annotation_keeps_all_or_nothing() {
        assertThatThrownBy(() -> noteBook.addTwoAndFail(enterprise)).hasMessage("no");

        assertThat(notes.selectCount(mine())).isZero();
        assertThat(noteBook.readsOnly()).isTrue();
    }

    @Test
    void the_service_finds_the_extensions_of_the_database() {
        assertThat(jdbc.sql("select similarity('重庆机械', '重庆机床')")
                        .query(Double.class)
                        .single())
                .isPositive();
    }

    private static DataScope ofTowns(String... towns) {
        return DataScope.of(Reach.of(ScopeKind.TOWNS, List.of(towns), List.of()), Territory.NONE, Ids.next());
    }

    /** Of notes that lie in the town of their title. */
    private long seenBy(DataScope scope) {
        return notes.selectCount(Scoped.byTown(Note::getTitle).within(scope, mine()));
    }

    private LambdaQueryWrapper<Note> mine() {
        return new QueryWrapper<Note>().eq("enterprise_id", enterprise).lambda();
    }

    private Note stored(String title) {
        Note note = Note.open(enterprise, title, new BigDecimal("12.34"), NOW);
        notes.insert(note);
        return note;
    }
}
