package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The bank granted credit.
 *
 * @param grantedAmount yuan
 * @param annualRate percent a year
 */
@EventType("finance.LoanApplicationApproved")
public record LoanApplicationApproved(
        UUID applicationId,
        String number,
        UUID productId,
        String productTitle,
        UUID bankId,
        String bankName,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        BigDecimal grantedAmount,
        BigDecimal annualRate,
        int termMonths,
        Instant at)
        implements LoanFact {}
