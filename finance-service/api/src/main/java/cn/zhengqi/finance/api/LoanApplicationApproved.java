package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The bank granted credit.
 *
 * @param grantedAmount yuan
 * @param annualRate percent a year
 */
@EventType(value = "finance.LoanApplicationApproved", kept = Kept.FOR_REBUILDING)
public record LoanApplicationApproved(
        @JsonUnwrapped LoanParties parties, BigDecimal grantedAmount, BigDecimal annualRate, int termMonths, Instant at)
        implements LoanFact {}
