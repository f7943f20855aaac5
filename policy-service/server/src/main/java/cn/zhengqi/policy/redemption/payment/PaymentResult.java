package cn.zhengqi.policy.redemption.payment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the treasury tells of one payment.
 *
 * @param number of the application
 * @param reference by which the treasury knows the payment; absent where it failed
 * @param reason why it failed; absent where it was paid
 */
record PaymentResult(
        String number,
        BigDecimal amount,
        PaymentOutcome outcome,
        @Nullable String reference,
        @Nullable String reason) {}
