package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What became of the recommendation of an enterprise to one bank. */
public sealed interface RecommendationFact extends DomainEvent
        permits EnterpriseRecommended, RecommendationAnswered, RecommendationClosed, RecommendationLapsed {

    /** Its members stand among the others in the event's data. */
    RecommendationParties recommendation();

    Instant at();

    @Override
    default UUID subject() {
        return recommendation().recommendationId();
    }
}
