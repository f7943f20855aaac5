package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The finance office recommends an enterprise to a bank (推荐清单).
 *
 * @param amount yuan that the enterprise needs
 * @param answerBy promised day of the answer; absent while the calendar does not say
 * @param answerAt the hour at which that day ends for offices; absent where {@code answerBy} is, and in facts from before it was told
 */
@EventType("finance.EnterpriseRecommended")
public record EnterpriseRecommended(
        @JsonUnwrapped RecommendationParties recommendation,
        BigDecimal amount,
        int termMonths,
        @Nullable LocalDate answerBy,
        @Nullable OffsetDateTime answerAt,
        Instant at)
        implements RecommendationFact {}
