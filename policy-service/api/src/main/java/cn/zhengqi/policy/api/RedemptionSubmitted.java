package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise applied to be paid, or handed in again what was sent back.
 *
 * @param again whether it was sent back before
 * @param answerBy the promised day of the review; absent where none can be said
 * @param answerAt the hour at which that day ends for offices; absent where {@code answerBy} is, and in facts from before it was told
 */
@EventType("policy.RedemptionSubmitted")
public record RedemptionSubmitted(
        @JsonUnwrapped RedemptionParties parties,
        boolean again,
        @Nullable LocalDate answerBy,
        @Nullable OffsetDateTime answerAt,
        Instant at)
        implements RedemptionFact {}
