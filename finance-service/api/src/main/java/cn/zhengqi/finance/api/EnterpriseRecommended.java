package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The finance office recommends an enterprise to a bank (推荐清单).
 *
 * @param amount yuan that the enterprise needs
 * @param answerBy promised day of the answer; absent while the calendar does not say
 */
@EventType("finance.EnterpriseRecommended")
public record EnterpriseRecommended(
        @JsonUnwrapped RecommendationParties recommendation,
        BigDecimal amount,
        int termMonths,
        @Nullable LocalDate answerBy,
        Instant at)
        implements RecommendationFact {}
