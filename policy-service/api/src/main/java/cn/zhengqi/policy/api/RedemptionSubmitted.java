package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise applied to be paid, or handed in again what was sent back.
 *
 * @param again whether it was sent back before
 * @param answerBy the promised day of the review; absent where none can be said
 */
@EventType("policy.RedemptionSubmitted")
public record RedemptionSubmitted(
        @JsonUnwrapped RedemptionParties parties,
        boolean again,
        @Nullable LocalDate answerBy,
        Instant at) implements RedemptionFact {}
