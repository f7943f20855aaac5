package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** The loan is paid back and closed. */
@EventType("finance.LoanSettled")
public record LoanSettled(
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
