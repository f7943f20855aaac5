package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise applied for a loan: one order in the sense of the statistics.
 *
 * @param townCode where the enterprise is registered; absent when its register record is not known here yet
 * @param amount yuan asked for
 * @param channel where it was handed in; never changes
 * @param answerBy the promised date of the bank's answer; absent where none can be said, and in facts from before it was told
 * @param answerAt the hour at which that day ends for offices; absent where {@code answerBy} is, and in facts from before it was told
 */
@EventType(value = "finance.LoanApplicationSubmitted", kept = Kept.FOR_REBUILDING)
public record LoanApplicationSubmitted(
        @JsonUnwrapped LoanParties parties,
        String productType,
        @Nullable String townCode,
        BigDecimal amount,
        LoanKind kind,
        Channel channel,
        Instant at,
        @Nullable LocalDate answerBy,
        @Nullable OffsetDateTime answerAt)
        implements LoanFact {

    /** With the day by which the bank promises to answer, once it is reckoned. */
    public LoanApplicationSubmitted promised(@Nullable LocalDate day, @Nullable OffsetDateTime hour) {
        return new LoanApplicationSubmitted(parties, productType, townCode, amount, kind, channel, at, day, hour);
    }
}
