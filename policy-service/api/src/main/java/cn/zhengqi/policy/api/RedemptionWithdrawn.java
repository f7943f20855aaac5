package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The enterprise takes its application back; what was reserved is free again.
 */
@EventType("policy.RedemptionWithdrawn")
public record RedemptionWithdrawn(@JsonUnwrapped RedemptionParties parties, Instant at) implements RedemptionFact {}
