package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ClientName;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry with all it says.
 *
 * @param client "Chrome · Windows"
 * @param changes the fields that were different afterwards, as whoever reads the log may see them
 * @param hash SM3, hexadecimal
 */
record OperationDetail(
        Operation operation,
        OffsetDateTime recordedAt,
        @Nullable UUID actorId,
        @Nullable String userAgent,
        @Nullable String client,
        @Nullable String traceId,
        List<Change> changes,
        String hash) {

    /** Why something was done, and which covered field was looked at: nothing was that before, and nothing became it. */
    private static final Set<String> TOLD = Set.of("reason", "field");

    /**
     * One field.
     *
     * @param field as its service names it
     * @param name what people call it
     * @param before in words, as is {@code after}
     * @param told it says something of what was done, and is no field that was changed; {@code after} has it
     */
    record Change(String field, String name, String before, String after, boolean told) {

        /** In a line of a file. */
        String inWords() {
            return name + "：" + (told ? after : before + " → " + after);
        }
    }

    static OperationDetail of(AuditEntry it, byte[] hash) {
        return new OperationDetail(
                Operation.of(it),
                BusinessTime.at(it.recordedAt()),
                it.actorId(),
                it.userAgent(),
                it.userAgent() == null ? null : ClientName.of(it.userAgent()),
                it.traceId(),
                changes(it),
                HexFormat.of().formatHex(hash));
    }

    static List<Change> changes(AuditEntry it) {
        boolean failed = OperationResult.of(it) == OperationResult.FAILED;
        return it.fieldChanges().stream()
                .map(change -> new Change(
                        change.field(),
                        Words.ALL.field(change.field()),
                        Words.ALL.value(it.subjectKind(), change.field(), change.before()),
                        Words.ALL.value(it.subjectKind(), change.field(), change.after()),
                        failed || (TOLD.contains(change.field()) && change.before() == null)))
                .toList();
    }
}
