package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An enterprise was found to qualify and has only to confirm.
 *
 * @param amount 元
 * @param until last day on which it can
 */
@EventType("policy.RedemptionOffered")
public record RedemptionOffered(
        @JsonUnwrapped RedemptionParties parties, BigDecimal amount, LocalDate until, Instant at)
        implements RedemptionFact {}
