package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was paid came back from the bank: it is not paid any more, and is paid again when the account was corrected.
 *
 * @param amount 元
 */
@EventType("policy.RedemptionReturned")
public record RedemptionReturned(@JsonUnwrapped RedemptionParties parties, BigDecimal amount, String reason, Instant at)
        implements RedemptionFact {}
