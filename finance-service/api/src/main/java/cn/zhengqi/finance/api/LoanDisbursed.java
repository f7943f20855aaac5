package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money was paid out under a grant.
 *
 * @param amount yuan of this disbursement
 * @param total yuan paid out so far, this one included
 * @param disbursedOn the bank's date of payment
 */
@EventType(value = "finance.LoanDisbursed", kept = Kept.FOR_REBUILDING)
public record LoanDisbursed(
        @JsonUnwrapped LoanParties parties,
        UUID disbursementId,
        BigDecimal amount,
        BigDecimal total,
        LocalDate disbursedOn,
        Instant at)
        implements LoanFact {}
