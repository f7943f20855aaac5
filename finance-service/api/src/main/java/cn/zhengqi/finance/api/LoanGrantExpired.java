package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Credit was granted and nothing of it drawn in time.
 *
 * @param validUntil its last day
 */
@EventType("finance.LoanGrantExpired")
public record LoanGrantExpired(@JsonUnwrapped LoanParties parties, LocalDate validUntil, Instant at)
        implements LoanFact {}
