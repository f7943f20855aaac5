package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.CommonProblem;
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

    /** The highest rate, written as a part of one. */
    private static final BigDecimal FRACTION = MAX_RATE.movePointLeft(2);

    private static final int MAX_VALID_YEARS = 10;

    /** With why it is less than what was offered, where it is. */
    String inWords(AskedLoan asked) {
        String granted = "授信额度 " + Yuan.format(amount) + "，年利率 " + percent(annualRate) + "，期限 "
                + Term.format(termMonths) + "，有效期至 " + validUntil;
        return asked.isMoreThan(this) && belowOffer != null
                ? granted + "；企业选定的报价为" + asked.offerInWords() + "，未按报价批准的原因：" + belowOffer.strip()
                : granted;
    }

    /** 0.0385 for 3.85% is no rate that anybody grants, so that whoever writes it is asked. */
    static boolean isPartOfOne(BigDecimal rate) {
        return rate.signum() > 0 && rate.compareTo(FRACTION) <= 0;
    }

    static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString() + "%";
    }

    /** As what it is granted: a first loan is one only if its bank says that it knows of none before, which {@link #checkAgainst} asks for. */
    LoanKind kindOf(LoanKind asked) {
        return asked == LoanKind.FIRST && !Boolean.FALSE.equals(borrowedBefore) ? LoanKind.ADDITIONAL : asked;
    }

    /**
     * @param kind that was asked for
     * @throws ProblemException with all that is wrong beside its fields, and with the code of the first of it: GRANT_OUT_OF_RANGE, RATE_OUT_OF_RANGE, RATE_ABOVE_PRODUCT,
     *     TERM_OUT_OF_RANGE, VALIDITY_OUT_OF_RANGE, GRANT_BELOW_OFFER where it is less than what was offered and nothing says why, or VALIDATION_FAILED where a first
     *     loan was asked for and the bank does not say whether it is one
     */
    void checkAgainst(AskedLoan asked, LoanKind kind, LocalDate today) {
        Faults faults = new Faults();
        if (amount.signum() <= 0 || amount.compareTo(asked.amount()) > 0) {
            faults.add(
                    FinanceProblem.GRANT_OUT_OF_RANGE,
                    "grantedAmount",
                    "授信额度应大于零且不超过申请金额 " + Yuan.format(asked.amount()));
        }
        if (annualRate.signum() <= 0 || annualRate.compareTo(MAX_RATE) > 0) {
            faults.add(FinanceProblem.RATE_OUT_OF_RANGE, "annualRate", FinanceProblem.RATE_OUT_OF_RANGE.title());
        } else if (asked.isBeyondPublished(annualRate)) {
            faults.add(
                    FinanceProblem.RATE_ABOVE_PRODUCT,
                    "annualRate",
                    "年利率不能高于企业申请时该产品公布的最高年利率 " + asked.publishedInWords());
        }
        if (termMonths < 1 || termMonths > asked.longestTerm()) {
            faults.add(FinanceProblem.TERM_OUT_OF_RANGE, "termMonths", "授信期限应在 1 到 " + asked.longestTerm() + " 个月之间");
        }
        if (validUntil.isBefore(today) || validUntil.isAfter(today.plusYears(MAX_VALID_YEARS))) {
            faults.add(FinanceProblem.VALIDITY_OUT_OF_RANGE, "validUntil", "授信有效期应在今天之后、" + MAX_VALID_YEARS + " 年之内");
        }
        if (asked.isMoreThan(this) && (belowOffer == null || belowOffer.isBlank())) {
            faults.add(
                    FinanceProblem.GRANT_BELOW_OFFER,
                    "belowOffer",
                    "企业选定的报价为" + asked.offerInWords() + "，未按报价批准的，请填写原因，企业会看到");
        }
        if (kind == LoanKind.FIRST && borrowedBefore == null) {
            faults.add(CommonProblem.VALIDATION_FAILED, "borrowedBefore", "REQUIRED", "按首贷申请，请说明经核实该企业此前是否有过贷款");
        }
        faults.throwAny();
    }
}
