package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a grant is held against. Amount in yuan, rates in percent a year.
 *
 * @param offeredRate of the offer that the enterprise chose, whose amount and term are those asked for; null where there was none
 * @param publishedRate the highest of the product as it was applied for; null where none was published
 * @param publishedTermMonths its longest term; null where none was published
 */
record AskedLoan(
        BigDecimal amount,
        int termMonths,
        @Nullable BigDecimal offeredRate,
        @Nullable BigDecimal publishedRate,
        @Nullable Integer publishedTermMonths) {

    /** At which it could be granted without more words. */
    BigDecimal rate() {
        return offeredRate != null ? offeredRate : publishedRate != null ? publishedRate : Grant.MAX_RATE;
    }

    /** Whether the enterprise chose an offer that was better for it: less interest, more money or more time. */
    boolean isMoreThan(Grant grant) {
        return offeredRate != null
                && (grant.annualRate().compareTo(offeredRate) > 0
                        || grant.amount().compareTo(amount) < 0
                        || grant.termMonths() < termMonths);
    }

    /** What was offered may be granted, also where the product became cheaper since. */
    boolean isBeyondPublished(BigDecimal rate) {
        return publishedRate != null
                && rate.compareTo(publishedRate) > 0
                && (offeredRate == null || rate.compareTo(offeredRate) > 0);
    }

    /** What was asked for may be granted, also where it came of an offer and the product became shorter since. */
    int longestTerm() {
        return publishedTermMonths == null
                ? LoanApplication.MAX_TERM_MONTHS
                : Math.min(LoanApplication.MAX_TERM_MONTHS, Math.max(publishedTermMonths, termMonths));
    }

    String offerInWords() {
        return " " + Yuan.format(amount) + "、年利率 " + Grant.percent(Objects.requireNonNull(offeredRate)) + "、期限 "
                + Term.format(termMonths);
    }

    String publishedInWords() {
        return Grant.percent(Objects.requireNonNull(publishedRate));
    }
}
