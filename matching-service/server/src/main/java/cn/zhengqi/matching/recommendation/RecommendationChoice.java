package cn.zhengqi.matching.recommendation;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise chose.
 *
 * @param personalised whether policies and loans are put in an order by its profile; true until it says otherwise
 * @param changedAt absent while it never said anything
 */
public record RecommendationChoice(
        boolean personalised, @Nullable OffsetDateTime changedAt) {

    static final RecommendationChoice UNSAID = new RecommendationChoice(true, null);
}
