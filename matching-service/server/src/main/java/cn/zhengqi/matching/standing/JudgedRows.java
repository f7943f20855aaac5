package cn.zhengqi.matching.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of enterprises on their way into the table, some at a time. */
final class JudgedRows {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final long revision;
    private final List<UUID> enterprises = new ArrayList<>(AT_ONCE);
    private final List<byte[]> cells = new ArrayList<>(AT_ONCE);
    private int written;

    /** @param revision state of the library by which they were judged */
    JudgedRows(JdbcClient jdbc, long revision) {
        this.jdbc = jdbc;
        this.revision = revision;
    }

    void add(UUID enterprise, byte[] itsCells) {
        enterprises.add(enterprise);
        cells.add(itsCells);
        if (enterprises.size() == AT_ONCE) {
            write();
        }
    }

    /** Writes what is left. */
    int end() {
        write();
        return written;
    }

    private void write() {
        if (enterprises.isEmpty()) {
            return;
        }
        written += jdbc.sql("""
                        insert into standing (enterprise_id, part, revision, cells)
                        select e.id, e.part, ?, judged.cells from unnest(?::uuid[], ?::bytea[]) judged (id, cells) join enterprise e using (id)
                        on conflict (enterprise_id) do update set revision = excluded.revision, cells = excluded.cells""")
                .params(revision, enterprises.toArray(UUID[]::new), cells.toArray(byte[][]::new))
                .update();
        enterprises.clear();
        cells.clear();
    }
}
