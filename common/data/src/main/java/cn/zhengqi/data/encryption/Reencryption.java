package cn.zhengqi.data.encryption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what older versions of the keys encrypted to the one that is written with, a batch in a transaction. How far it is stands in the cipher texts
 * themselves, so that it goes on after a crash where it was, and copies that do it at once pass over each other's rows. Readers are never in the way: both
 * versions can be read.
 */
final class Reencryption {

    static final int BATCH = 500;

    private static final String START = "(0,0)";

    private final DataProtection protection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyChanges changes;

    /** Where the last batch ended, so that the next need not look through all that is done. Forgotten with this copy; then it begins at the start. */
    private final Map<String, String> ends = new ConcurrentHashMap<>();

    Reencryption(DataProtection protection, JdbcClient jdbc, TransactionTemplate transaction, KeyChanges changes) {
        this.protection = protection;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.changes = changes;
    }

    /**
     * How it stands.
     *
     * @param writing version that is written with
     * @param versions that can be read
     * @param values of each column, and how many of them an older version encrypted
     */
    record State(int writing, SortedSet<Integer> versions, Map<String, Values> values) {}

    record Values(long all, long older) {}

    /** @param done values that were encrypted anew; 0: nothing is left that no other copy is at */
    record Batch(int done) {}

    private record Row(String place, String stored) {}

    State state() {
        Map<String, Values> values = new LinkedHashMap<>();
        for (ProtectedColumn column : protection.columns()) {
            values.put(
                    column.name(),
                    jdbc.sql("select count(%1$s) as all, count(%1$s) filter (where %1$s not like ?) as older from %2$s"
                                    .formatted(column.column(), column.table()))
                            .param(current())
                            .query((row, n) -> new Values(row.getLong("all"), row.getLong("older")))
                            .single());
        }
        return new State(protection.writing(), protection.versions(), values);
    }

    Batch next() {
        for (ProtectedColumn column : protection.columns()) {
            int done = next(column);
            if (done > 0) {
                return new Batch(done);
            }
        }
        return new Batch(0);
    }

    private int next(ProtectedColumn column) {
        String from = ends.getOrDefault(column.name(), START);
        int done = batch(column, from);
        if (done == 0 && !from.equals(START)) {
            // Rows that another copy held have been left behind, and new versions of rows may lie before.
            ends.remove(column.name());
            return batch(column, START);
        }
        return done;
    }

    private int batch(ProtectedColumn column, String from) {
        Integer done = transaction.execute(status -> {
            List<Row> rows = jdbc.sql("""
                            select ctid::text as place, %1$s as stored from %2$s
                            where ctid > cast(? as tid) and %1$s not like ? limit ? for update skip locked""".formatted(column.column(), column.table()))
                    .params(from, current(), BATCH)
                    .query((row, n) -> new Row(row.getString("place"), row.getString("stored")))
                    .list();
            rows.forEach(row -> jdbc.sql("update %2$s set %1$s = ? where ctid = cast(? as tid)"
                            .formatted(column.column(), column.table()))
                    .params(column.seal(column.open(row.stored())), row.place())
                    .update());
            if (!rows.isEmpty()) {
                changes.encryptedAnew(column.name(), protection.writing(), rows.size());
                ends.put(column.name(), rows.getLast().place());
            }
            return rows.size();
        });
        return done == null ? 0 : done;
    }

    private String current() {
        return ProtectedColumn.prefix(protection.writing()) + "%";
    }
}
