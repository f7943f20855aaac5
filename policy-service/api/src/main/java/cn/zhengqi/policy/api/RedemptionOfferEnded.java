package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an enterprise was offered can be confirmed no more: nobody did in time, or the project was closed.
 *
 * @param amount 元, that is free again
 * @param reason why it ended
 */
@EventType("policy.RedemptionOfferEnded")
public record RedemptionOfferEnded(
        @JsonUnwrapped RedemptionParties parties, BigDecimal amount, String reason, Instant at)
        implements RedemptionFact {}
