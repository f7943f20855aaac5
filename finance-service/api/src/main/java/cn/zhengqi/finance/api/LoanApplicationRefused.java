package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The bank said no.
 *
 * @param reasonCode from the catalogue of refusal reasons
 * @param reason the bank's words
 */
@EventType("finance.LoanApplicationRefused")
public record LoanApplicationRefused(
        UUID applicationId,
        String number,
        UUID productId,
        String productTitle,
        UUID bankId,
        String bankName,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        String reasonCode,
        String reason,
        Instant at)
        implements LoanFact {}
