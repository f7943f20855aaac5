package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was approved ends before it is paid: the department found that it is not due. What was to be paid is free again.
 *
 * @param amount 元, that is free again
 * @param reason in the words of the department
 */
@EventType(value = "policy.RedemptionEnded", kept = Kept.FOR_REBUILDING)
public record RedemptionEnded(@JsonUnwrapped RedemptionParties parties, BigDecimal amount, String reason, Instant at)
        implements RedemptionFact {}
