package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Credit was granted and nothing of it drawn in time.
 *
 * @param validUntil its last day
 */
@EventType(value = "finance.LoanGrantExpired", kept = Kept.FOR_REBUILDING)
public record LoanGrantExpired(@JsonUnwrapped LoanParties parties, LocalDate validUntil, Instant at)
        implements LoanFact {}
