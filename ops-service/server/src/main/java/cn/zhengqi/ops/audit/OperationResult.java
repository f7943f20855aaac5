package cn.zhengqi.ops.audit;

import cn.zhengqi.events.audit.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How what stands in 操作日志 went. It is told by the kind of the entry alone, so that no entry of before has to say more than it did when it was hashed. */
enum OperationResult {
    SUCCESS("not in"),
    FAILED("in");

    private static final Set<String> REFUSALS =
            Arrays.stream(Refusal.values()).map(Refusal::name).collect(Collectors.toUnmodifiableSet());

    private final String condition;

    OperationResult(String among) {
        // Word for word that of the index of refusals (operation-log.sql), which parameters would not meet.
        this.condition = "action " + among
                + Arrays.stream(Refusal.values())
                        .map(refusal -> "'" + refusal.name() + "'")
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    static OperationResult of(AuditEntry entry) {
        return REFUSALS.contains(entry.action()) ? FAILED : SUCCESS;
    }

    /** SQL. */
    String condition() {
        return condition;
    }
}
