package cn.zhengqi.ops.audit;

import cn.zhengqi.ops.api.VerificationReport.Log;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A log that is kept as a chain of its own: where it lies, and by which handler its events come in.
 *
 * @param columns every column that is hashed, in that order
 * @param signed what a checkpoint says first, so that none of one log passes for one of another
 * @param handler under whose name the inbox remembers its events
 * @param removal function of the log's owner that takes away what is old enough
 * @param label what people call it
 */
record ChainedLog<E extends ChainedEntry>(
        Log log,
        String entries,
        String checkpoints,
        String columns,
        String signed,
        String handler,
        String removal,
        String label,
        Reader<E> reader) {

    static final ChainedLog<AuditEntry> OPERATIONS = new ChainedLog<>(
            Log.OPERATIONS,
            "ops_log.audit_entry",
            "ops_log.audit_checkpoint",
            AuditLog.COLUMNS,
            "zhengqi audit checkpoint",
            AuditLog.NAME,
            "ops_log.remove_expired",
            "操作日志",
            AuditLog::entry);

    static final ChainedLog<SignInEntry> SIGN_INS = new ChainedLog<>(
            Log.SIGN_INS,
            "ops_log.sign_in_entry",
            "ops_log.sign_in_checkpoint",
            SignInEntry.COLUMNS,
            "zhengqi sign-in checkpoint",
            SignInLog.NAME,
            "ops_log.remove_expired_sign_ins",
            "登录日志",
            SignInEntry::of);

    static final List<ChainedLog<?>> ALL = List.of(OPERATIONS, SIGN_INS);

    /** An entry of a row that has {@code columns}. */
    @FunctionalInterface
    interface Reader<E> {

        E entry(ResultSet row) throws SQLException;
    }

    static ChainedLog<?> of(Log log) {
        return log == Log.OPERATIONS ? OPERATIONS : SIGN_INS;
    }

    /** Adds one: its values, then the hash before, its own, and its seal. */
    String insertion(int values) {
        return "insert into " + entries + " (" + columns + ", previous_hash, hash, seal) values ("
                + IntStream.range(0, values + 3).mapToObj(place -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** How many there are, counted by the ends: numbers have no gaps, and nobody may go over all rows at each opening. */
    String size() {
        return "select coalesce(max(seq) - min(seq) + 1, 0) from " + entries;
    }
}
