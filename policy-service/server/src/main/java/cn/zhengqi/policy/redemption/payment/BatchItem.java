package cn.zhengqi.policy.redemption.payment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a batch.
 *
 * @param number of the application
 * @param amount 元
 * @param reference by which the treasury knows the payment
 * @param reason why it failed
 */
record BatchItem(
        UUID applicationId,
        String number,
        String projectTitle,
        String enterpriseName,
        BigDecimal amount,
        PaymentOutcome outcome,
        @Nullable String reference,
        @Nullable String reason) {

    /** Whether that is what was told of it already; what came back later had been paid. */
    boolean is(PaymentResult told) {
        PaymentOutcome first = outcome == PaymentOutcome.RETURNED ? PaymentOutcome.PAID : outcome;
        return first == told.outcome()
                && Objects.equals(reference, told.reference())
                && Objects.equals(reason, told.reason());
    }
}
