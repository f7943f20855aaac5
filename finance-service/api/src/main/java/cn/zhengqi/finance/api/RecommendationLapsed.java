package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise took its case back before the bank had answered. */
@EventType("finance.RecommendationLapsed")
public record RecommendationLapsed(@JsonUnwrapped RecommendationParties recommendation, Instant at)
        implements RecommendationFact {}
