package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The enterprise corrected the account of what waits to be paid: after paying failed, too.
 *
 * @param amount 元
 */
@EventType("policy.RedemptionAccountCorrected")
public record RedemptionAccountCorrected(@JsonUnwrapped RedemptionParties parties, BigDecimal amount, Instant at)
        implements RedemptionFact {}
