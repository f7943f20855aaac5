package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseExtended;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** The promised date of a bank's answer to a recommendation was moved, once and for a reason. No {@link RecommendationFact}: nothing became of it. */
@EventType("finance.RecommendationPromiseExtended")
public record RecommendationPromiseExtended(
        @JsonUnwrapped RecommendationParties recommendation, PromiseExtended extended) implements DomainEvent {

    @Override
    public UUID subject() {
        return recommendation.recommendationId();
    }
}
