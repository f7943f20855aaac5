package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the bank grants.
 *
 * @param amount yuan
 * @param annualRate percent a year, at most the 24 that courts protect
 * @param validUntil last day on which money may be drawn
 * @param borrowedBefore the bank found that the enterprise had a loan before, from whomever; otherwise its granting a first loan confirms that there was none
 */
record Grant(BigDecimal amount, BigDecimal annualRate, int termMonths, LocalDate validUntil, boolean borrowedBefore) {

    static final BigDecimal MAX_RATE = new BigDecimal("24");
    private static final int MAX_VALID_YEARS = 10;

    String inWords() {
        return "授信额度 " + Yuan.format(amount) + "，年利率 "
                + annualRate.stripTrailingZeros().toPlainString() + "%，期限 " + Term.format(termMonths) + "，有效期至 "
                + validUntil;
    }

    /** As what it is granted: a first loan is one only if its bank knows of none before. */
    LoanKind kindOf(LoanKind asked) {
        return asked == LoanKind.FIRST && borrowedBefore ? LoanKind.ADDITIONAL : asked;
    }

    /** @throws ProblemException GRANT_OUT_OF_RANGE, RATE_OUT_OF_RANGE, TERM_OUT_OF_RANGE or VALIDITY_OUT_OF_RANGE */
    void checkAgainst(BigDecimal asked, LocalDate today) {
        if (amount.signum() <= 0 || amount.compareTo(asked) > 0) {
            throw new ProblemException(FinanceProblem.GRANT_OUT_OF_RANGE, "授信额度应大于零且不超过申请金额 " + Yuan.format(asked));
        }
        if (annualRate.signum() <= 0 || annualRate.compareTo(MAX_RATE) > 0) {
            throw new ProblemException(FinanceProblem.RATE_OUT_OF_RANGE);
        }
        if (termMonths < 1 || termMonths > LoanApplication.MAX_TERM_MONTHS) {
            throw new ProblemException(FinanceProblem.TERM_OUT_OF_RANGE, "授信期限应在 1 到 360 个月之间");
        }
        if (validUntil.isBefore(today) || validUntil.isAfter(today.plusYears(MAX_VALID_YEARS))) {
            throw new ProblemException(FinanceProblem.VALIDITY_OUT_OF_RANGE, "授信有效期应在今天之后、" + MAX_VALID_YEARS + " 年之内");
        }
    }
}
