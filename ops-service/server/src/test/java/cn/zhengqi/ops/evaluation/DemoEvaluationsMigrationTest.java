package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A demo that was entered, wholly or in part, before it was kept when it began. */
class DemoEvaluationsMigrationTest {

    private final TestServers.Database database = TestServers.get().freshDatabase("ops");
    private final JdbcClient service = JdbcClient.create(new DriverManagerDataSource(
            database.url() + "?currentSchema=ops,extensions", database.user(), database.password()));

    @Test
    void it_began_when_the_first_of_its_evaluations_was_given() {
        database.migrate("45");
        given("演示评价：办得快", "2026-11-20T08:00:30Z");
        given("演示评价：材料多", "2026-11-20T08:00:25Z");
        given("满意", "2026-11-19T08:00:00Z");

        database.migrate("46");

        assertThat(begun()).containsExactly(OffsetDateTime.parse("2026-11-20T08:00:25Z"));
    }

    @Test
    void where_there_was_none_none_has_begun() {
        database.migrate("45");
        given("满意", "2026-11-19T08:00:00Z");

        database.migrate("46");

        assertThat(begun()).isEmpty();
    }

    private void given(String words, String at) {
        service.sql("""
                        insert into evaluation (id, case_kind, case_id, case_number, title, enterprise_id, enterprise_name, finished_at, grade, tags,
                          words, anonymous, channel, given_by, given_at, state, publication, version)
                        select gen_random_uuid(), 'LOAN', gen_random_uuid(), 'RZ1', '贷款', gen_random_uuid(), '企业', now(), 'SATISFIED', '{}',
                          ?, false, 'PC', gen_random_uuid(), ?, 'GIVEN', 'UNDECIDED', 0""").params(words, OffsetDateTime.parse(at)).update();
    }

    private List<OffsetDateTime> begun() {
        return service.sql("select started_at from demo_evaluations where finished_at is null")
                .query(OffsetDateTime.class)
                .list();
    }
}
