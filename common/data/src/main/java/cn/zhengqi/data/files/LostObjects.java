package cn.zhengqi.data.files;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sweeps up bytes that nothing names: those of a file whose row was not written, and those that a crash left behind when their row had gone. They are
 * people's papers. What is in use stands in the column {@value #COLUMN} of some table, whichever there are, so no two services share a folder.
 */
public class LostObjects {

    private static final Logger LOG = LoggerFactory.getLogger(LostObjects.class);
    private static final String COLUMN = "object_key";

    /** Longer than any row could be on its way. */
    private static final Duration LET_LIE = Duration.ofDays(1);

    private final ObjectStore objects;
    private final JdbcClient jdbc;
    private final Clock clock;

    public LostObjects(ObjectStore objects, JdbcClient jdbc, Clock clock) {
        this.objects = objects;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Copies of the service may do it at once: what is gone is gone. */
    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Shanghai")
    public void sweep() {
        String named = "select " + anyNames();
        int gone = objects.sweep(
                clock.instant().minus(LET_LIE),
                key -> jdbc.sql(named).param("key", key).query(Boolean.class).single());
        if (gone > 0) {
            LOG.warn("Removed {} files that nothing named", gone);
        }
    }

    /** A condition that holds where some table names {@code :key}. */
    private String anyNames() {
        return jdbc.sql("""
                        select string_agg(format('exists (select 1 from %I where %I = :key)', table_name, column_name), ' or ')
                        from information_schema.columns where table_schema = current_schema() and column_name = :column""")
                .param("column", COLUMN)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No table names any files: nothing is swept"));
    }
}
