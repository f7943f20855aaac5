package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the bank grants.
 *
 * @param amount yuan
 * @param annualRate percent a year, at most the 24 that courts protect
 * @param validUntil last day on which money may be drawn
 * @param borrowedBefore whether the bank found that the enterprise had a loan before, from whomever; null: it says nothing, which grants no first loan
 * @param belowOffer why it is less than the offer that the enterprise chose, in words that the enterprise reads; null or blank where it is not
 */
record Grant(
        BigDecimal amount,
        BigDecimal annualRate,
        int termMonths,
        LocalDate validUntil,
        @Nullable Boolean borrowedBefore,
        @Nullable String belowOffer) {

    static final BigDecimal MAX_RATE = new BigDecimal("24");
    private static final int MAX_VALID_YEARS = 10;

    /** With why it is less than what was offered, where it is. */
    String inWords(AskedLoan asked) {
        String granted = "授信额度 " + Yuan.format(amount) + "，年利率 " + percent(annualRate) + "，期限 "
                + Term.format(termMonths) + "，有效期至 " + validUntil;
        return asked.isMoreThan(this) && belowOffer != null
                ? granted + "；企业选定的报价为" + asked.offerInWords() + "，未按报价批准的原因：" + belowOffer.strip()
                : granted;
    }

    static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString() + "%";
    }

    /**
     * As what it is granted: a first loan is one only if its bank says that it knows of none before.
     *
     * @throws ProblemException VALIDATION_FAILED where a first loan was asked for and the bank does not say
     */
    LoanKind kindOf(LoanKind asked) {
        if (asked != LoanKind.FIRST) {
            return asked;
        }
        if (borrowedBefore == null) {
            throw ProblemException.validation("borrowedBefore", "REQUIRED", "按首贷申请，请说明经核实该企业此前是否有过贷款");
        }
        return borrowedBefore ? LoanKind.ADDITIONAL : asked;
    }

    /**
     * @throws ProblemException GRANT_OUT_OF_RANGE, RATE_OUT_OF_RANGE, RATE_ABOVE_PRODUCT, TERM_OUT_OF_RANGE, VALIDITY_OUT_OF_RANGE, or GRANT_BELOW_OFFER where it is
     *     less than what was offered and nothing says why
     */
    void checkAgainst(AskedLoan asked, LocalDate today) {
        if (amount.signum() <= 0 || amount.compareTo(asked.amount()) > 0) {
            throw new ProblemException(
                    FinanceProblem.GRANT_OUT_OF_RANGE, "授信额度应大于零且不超过申请金额 " + Yuan.format(asked.amount()));
        }
        if (annualRate.signum() <= 0 || annualRate.compareTo(MAX_RATE) > 0) {
            throw new ProblemException(FinanceProblem.RATE_OUT_OF_RANGE);
        }
        if (asked.isBeyondPublished(annualRate)) {
            throw new ProblemException(
                    FinanceProblem.RATE_ABOVE_PRODUCT, "年利率不能高于企业申请时该产品公布的最高年利率 " + asked.publishedInWords());
        }
        if (termMonths < 1 || termMonths > LoanApplication.MAX_TERM_MONTHS) {
            throw new ProblemException(FinanceProblem.TERM_OUT_OF_RANGE, "授信期限应在 1 到 360 个月之间");
        }
        if (validUntil.isBefore(today) || validUntil.isAfter(today.plusYears(MAX_VALID_YEARS))) {
            throw new ProblemException(FinanceProblem.VALIDITY_OUT_OF_RANGE, "授信有效期应在今天之后、" + MAX_VALID_YEARS + " 年之内");
        }
        if (asked.isMoreThan(this) && (belowOffer == null || belowOffer.isBlank())) {
            throw new ProblemException(
                    FinanceProblem.GRANT_BELOW_OFFER, "企业选定的报价为" + asked.offerInWords() + "，未按报价批准的，请填写原因，企业会看到");
        }
    }
}
