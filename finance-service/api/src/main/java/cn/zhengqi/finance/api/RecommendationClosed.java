package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** A bank was silent beyond its promise, and the finance office does not wait for it any longer, for a reason that it says. */
@EventType("finance.RecommendationClosed")
public record RecommendationClosed(@JsonUnwrapped RecommendationParties recommendation, String reason, Instant at)
        implements RecommendationFact {}
