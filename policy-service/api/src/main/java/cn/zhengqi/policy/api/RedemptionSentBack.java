package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A department asks the enterprise to supplement.
 */
@EventType("policy.RedemptionSentBack")
public record RedemptionSentBack(@JsonUnwrapped RedemptionParties parties, String reason, Instant at)
        implements RedemptionFact {}
