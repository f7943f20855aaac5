package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The last days of an offer that nobody has confirmed have come.
 *
 * @param amount 元
 * @param until last day on which it can be confirmed
 */
@EventType("policy.RedemptionOfferEnding")
public record RedemptionOfferEnding(
        @JsonUnwrapped RedemptionParties parties, BigDecimal amount, LocalDate until, Instant at)
        implements RedemptionFact {}
