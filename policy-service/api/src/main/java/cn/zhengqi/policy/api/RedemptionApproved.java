package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The public notice is over: the amount is to be paid.
 *
 * @param amount 元
 */
@EventType("policy.RedemptionApproved")
public record RedemptionApproved(@JsonUnwrapped RedemptionParties parties, BigDecimal amount, Instant at)
        implements RedemptionFact {}
