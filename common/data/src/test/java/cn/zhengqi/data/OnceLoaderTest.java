package cn.zhengqi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.sample.Note;
import cn.zhengqi.data.sample.NoteMapper;
import cn.zhengqi.data.sample.NoteServiceApplication;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ServiceTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(classes = NoteServiceApplication.class)
class OnceLoaderTest {

    @Autowired
    OnceLoader loader;

    @Autowired
    NoteMapper notes;

    @Autowired
    JdbcClient jdbc;

    private final UUID enterprise = Ids.next();

    @Test
    void of_copies_that_start_together_one_loads() throws Exception {
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> copy = () -> loader.once("notes", () -> count() > 0, this::load);
            long loaded = copies.invokeAll(Collections.nCopies(5, copy)).stream()
                    .map(OnceLoaderTest::answer)
                    .filter(ran -> ran)
                    .count();
            assertThat(loaded).isEqualTo(1);
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void what_fails_half_way_leaves_nothing_behind() {
        assertThatThrownBy(() -> loader.once("notes", () -> false, () -> {
                    load();
                    throw new IllegalStateException("a broken file");
                }))
                .hasMessage("a broken file");
        assertThat(count()).isZero();
    }

    @Test
    void each_name_and_each_schema_has_a_lock_of_its_own() {
        List<Long> held = loader.exclusively("one", () -> loader.exclusively("two", this::locks));
        assertThat(held).hasSize(2).doesNotHaveDuplicates();
    }

    private List<Long> locks() {
        return jdbc.sql("""
                        select (classid::bigint << 32) | objid::bigint from pg_locks
                        where locktype = 'advisory' and pid = pg_backend_pid()""").query(Long.class).list();
    }

    private void load() {
        notes.insert(Note.open(enterprise, "once", BigDecimal.ONE, Instant.parse("2026-01-01T00:30:00Z")));
    }

    private long count() {
        return jdbc.sql("select count(*) from note where enterprise_id = ?")
                .param(enterprise)
                .query(Long.class)
                .single();
    }

    private static boolean answer(java.util.concurrent.Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
