package cn.zhengqi.finance.api;

import java.util.UUID;

/**
 * Who and what a loan application is about; the same in every fact about it, and put together in one place.
 *
 * @param applicantId the person who handed it in
 * @param demo whether the enterprise is one of the demo; false in events from before that was told
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
        boolean demo) {}
