package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is waited for in a case of 小微融资协调: how it came out. One that goes to one more bank afterwards ends once more.
 *
 * @param filedBy institution whose people visited the enterprise and declared it; absent where it declared itself
 */
@EventType(value = "finance.CoordinationEnded", kept = Kept.FOR_REBUILDING)
public record CoordinationEnded(
        @JsonUnwrapped CoordinationParties parties,
        @Nullable UUID filedBy,
        Outcome outcome,
        Instant at) implements CoordinationFact {

    /** Neither which bank nor how much: it is told to banks that filed a case too. */
    public enum Outcome {
        /** At least one bank grants, or serves the enterprise already. */
        FUNDED,
        NOT_FUNDED,
        REJECTED,
        /** Closed by the finance office while a bank was silent. */
        UNANSWERED,
        WITHDRAWN
    }
}
