package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The bank granted credit.
 *
 * @param grantedAmount yuan
 * @param annualRate percent a year
 * @param kind as which it was granted: the bank may know of earlier loans that the applicant does not call any; absent in facts from  before it was told
 * @param validUntil last day on which money may be drawn; absent in facts from before it was told
 */
@EventType(value = "finance.LoanApplicationApproved", kept = Kept.FOR_REBUILDING)
public record LoanApplicationApproved(
        @JsonUnwrapped LoanParties parties,
        BigDecimal grantedAmount,
        BigDecimal annualRate,
        int termMonths,
        @Nullable LoanKind kind,
        @Nullable LocalDate validUntil,
        Instant at)
        implements LoanFact {}
