package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The treasury paid.
 *
 * @param amount 元
 */
@EventType(value = "policy.RedemptionPaid", kept = Kept.FOR_REBUILDING)
public record RedemptionPaid(@JsonUnwrapped RedemptionParties parties, BigDecimal amount, Instant at)
        implements RedemptionFact {}
