package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.promise.PromiseView;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one bank answers to a recommendation.
 *
 * @param grantedAmount yuan; so rate in percent a year and term of what was granted
 * @param refusalReasonCode of the catalogue
 * @param words the bank's own
 */
public record AnswerView(
        UUID id,
        UUID bankId,
        String bankName,
        RecommendationStatus status,
        OffsetDateTime recommendedAt,
        @Nullable PromiseView promise,
        @Nullable String officerName,
        @Nullable BigDecimal grantedAmount,
        @Nullable BigDecimal grantedRate,
        @Nullable Integer grantedTermMonths,
        @Nullable String refusalReasonCode,
        @Nullable String words,
        @Nullable OffsetDateTime decidedAt,
        int version) {

    static AnswerView of(Recommendation it, @Nullable PromiseView promise) {
        return new AnswerView(
                it.id(),
                it.bankId(),
                it.bankName(),
                it.status(),
                BusinessTime.at(it.recommendedAt()),
                promise,
                it.officerName(),
                it.grantedAmount(),
                it.grantedRate(),
                it.grantedTermMonths(),
                it.refusalReasonCode(),
                it.words(),
                it.decidedAt() == null ? null : BusinessTime.at(it.decidedAt()),
                it.version());
    }
}
