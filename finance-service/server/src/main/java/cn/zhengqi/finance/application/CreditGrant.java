package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A {@link Grant} once it is given, and what was paid out of it; says what may still be drawn, and when it is over.
 *
 * @param amount yuan
 * @param disbursed yuan, of all payments
 * @param validUntil last day on which money may be drawn
 */
record CreditGrant(BigDecimal amount, BigDecimal disbursed, LocalDate decidedOn, LocalDate validUntil) {

    static final BigDecimal NOTHING = new BigDecimal("0.00");

    /**
     * @param on the bank's date of the payment
     * @throws ProblemException with all that is wrong beside its fields: DISBURSEMENT_EXCEEDS_GRANT; DISBURSEMENT_DATE_OUT_OF_RANGE when before the decision, after today or after the grant has run out
     */
    CreditGrant draw(BigDecimal money, LocalDate on, LocalDate today) {
        BigDecimal left = amount.subtract(disbursed);
        Faults faults = new Faults();
        if (money.signum() <= 0 || money.compareTo(left) > 0) {
            faults.add(FinanceProblem.DISBURSEMENT_EXCEEDS_GRANT, "amount", "放款金额应大于零且不超过剩余额度 " + Yuan.format(left));
        }
        if (on.isBefore(decidedOn) || on.isAfter(today) || on.isAfter(validUntil)) {
            faults.add(
                    FinanceProblem.DISBURSEMENT_DATE_OUT_OF_RANGE,
                    "disbursedOn",
                    "放款日期不能早于批准日（" + BusinessTime.inWords(decidedOn) + "），也不能晚于今天和授信有效期（"
                            + BusinessTime.inWords(validUntil) + "）");
        }
        faults.throwAny();
        return new CreditGrant(amount, disbursed.add(money), decidedOn, validUntil);
    }

    /** Its last day is past, and nothing was drawn. */
    boolean isForfeit(LocalDate today) {
        return disbursed.signum() == 0 && today.isAfter(validUntil);
    }

    /** @throws ProblemException NOTHING_DISBURSED */
    void mustBeDrawn() {
        if (disbursed.signum() == 0) {
            throw new ProblemException(FinanceProblem.NOTHING_DISBURSED);
        }
    }
}
