package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bank decided about an enterprise that was recommended to it.
 *
 * @param grantedAmount yuan; so rate in percent a year and term of what was granted, else absent
 * @param reason why it was refused, or that the bank serves it already; of what was granted what the bank added, if anything
 */
@EventType(value = "finance.RecommendationAnswered", kept = Kept.FOR_REBUILDING)
public record RecommendationAnswered(
        @JsonUnwrapped RecommendationParties recommendation,
        Answer answer,
        @Nullable BigDecimal grantedAmount,
        @Nullable BigDecimal annualRate,
        @Nullable Integer termMonths,
        @Nullable String reason,
        Instant at)
        implements RecommendationFact {

    /** Credit granted, refused, or the enterprise has credit of this bank already. */
    public enum Answer {
        GRANTED,
        REFUSED,
        SERVED
    }
}
