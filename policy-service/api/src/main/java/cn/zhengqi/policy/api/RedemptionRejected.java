package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * An application is rejected; what was reserved is free again.
 */
@EventType(value = "policy.RedemptionRejected", kept = Kept.FOR_REBUILDING)
public record RedemptionRejected(@JsonUnwrapped RedemptionParties parties, String reason, Instant at)
        implements RedemptionFact {}
