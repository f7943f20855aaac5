package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** The enterprise took its application back before the bank had decided. */
@EventType("finance.LoanApplicationWithdrawn")
public record LoanApplicationWithdrawn(
        UUID applicationId,
        String number,
        UUID productId,
        String productTitle,
        UUID bankId,
        String bankName,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        Instant at)
        implements LoanFact {}
