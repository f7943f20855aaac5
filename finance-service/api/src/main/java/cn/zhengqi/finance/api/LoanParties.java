package cn.zhengqi.finance.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who and what a loan application is about; the same in every fact about it, and put together in one place.
 *
 * @param applicantId the person who handed it in
 * @param demo whether the enterprise is one of the demo; false in events from before that was told
 * @param branchId the branch of the bank at which it lies; absent: its head office, and in events from before that was told
 * @param handlerId who of the bank has it; absent: nobody yet, and in events from before that was told
 */
public record LoanParties(
        UUID applicationId,
        String number,
        UUID productId,
        String productTitle,
        UUID bankId,
        String bankName,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        boolean demo,
        @Nullable UUID branchId,
        @Nullable UUID handlerId) {

    /** Where nobody at the bank has it yet, and it lies at the head office. */
    public LoanParties(
            UUID applicationId,
            String number,
            UUID productId,
            String productTitle,
            UUID bankId,
            String bankName,
            UUID enterpriseId,
            String enterpriseName,
            UUID applicantId,
            boolean demo) {
        this(
                applicationId,
                number,
                productId,
                productTitle,
                bankId,
                bankName,
                enterpriseId,
                enterpriseName,
                applicantId,
                demo,
                null,
                null);
    }

    /** The institution where it lies: a branch, or the bank itself. */
    public UUID deskId() {
        return branchId == null ? bankId : branchId;
    }
}
