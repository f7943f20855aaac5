package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** The bank took the application up: 银行审批中. */
@EventType("finance.LoanApplicationAccepted")
public record LoanApplicationAccepted(
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
