package cn.zhengqi.finance.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says that it paid out under a grant.
 *
 * @param amount yuan
 * @param on the bank's date of payment
 * @param reference the bank's own number of it, once for each application; without one two payments of one amount on one day cannot be told apart
 */
record Drawdown(BigDecimal amount, LocalDate on, @Nullable String reference) {

    /** As a bank writes such numbers; the same as the check of {@code loan_disbursement}. */
    static final String REFERENCE = "[0-9A-Za-z._/-]{1,64}";

    static final String REFERENCE_FORM = "应为 1 至 64 位字母、数字或 . _ / - 的流水号";

    static Drawdown unnumbered(BigDecimal amount, LocalDate on) {
        return new Drawdown(amount, on, null);
    }
}
