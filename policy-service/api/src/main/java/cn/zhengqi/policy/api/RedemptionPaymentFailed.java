package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The treasury could not pay: the account has to be corrected.
 */
@EventType("policy.RedemptionPaymentFailed")
public record RedemptionPaymentFailed(@JsonUnwrapped RedemptionParties parties, String reason, Instant at)
        implements RedemptionFact {}
