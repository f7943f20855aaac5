package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.policy.redemption.check.PaymentCheckView;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a batch.
 *
 * @param number of the application
 * @param accountName to whose account is paid, as it stood when the batch was prepared; absent in batches from before that was kept
 * @param amount 元
 * @param reference by which the treasury knows the payment
 * @param reason why it failed, or was taken out
 * @param version of the application, to be sent where it is decided over
 * @param check what the last check of the application found; absent where there was none
 */
record BatchItem(
        UUID applicationId,
        String number,
        String projectTitle,
        String enterpriseName,
        BigDecimal amount,
        @Nullable String accountName,
        @Nullable String accountBank,
        @Sensitive(mask = Mask.ACCOUNT_NUMBER) @Nullable String accountNumber,
        PaymentOutcome outcome,
        @Nullable String reference,
        @Nullable String reason,
        int version,
        @Nullable PaymentCheckView check) {

    /** As it is read. */
    record Row(
            UUID applicationId,
            String number,
            String projectTitle,
            String enterpriseName,
            BigDecimal amount,
            @Nullable String accountName,
            @Nullable String accountBank,
            @Nullable PaidAccount accountNumber,
            PaymentOutcome outcome,
            @Nullable String reference,
            @Nullable String reason,
            int version) {

        BatchItem item(@Nullable PaymentCheckView check) {
            return new BatchItem(
                    applicationId,
                    number,
                    projectTitle,
                    enterpriseName,
                    amount,
                    accountName,
                    accountBank,
                    accountNumber == null ? null : accountNumber.value(),
                    outcome,
                    reference,
                    reason,
                    version,
                    check);
        }
    }

    /** Whether that is what was told of it already; what came back later had been paid. */
    boolean is(PaymentResult told) {
        PaymentOutcome first = outcome == PaymentOutcome.RETURNED ? PaymentOutcome.PAID : outcome;
        return first == told.outcome()
                && Objects.equals(reference, told.reference())
                && Objects.equals(reason, told.reason());
    }
}
