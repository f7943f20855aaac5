package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Credit of which nothing was drawn yet is soon over; told once of each grant. No {@link LoanFact}: nothing became of the application.
 *
 * @param validUntil its last day
 */
@EventType("finance.LoanGrantExpiring")
public record LoanGrantExpiring(@JsonUnwrapped LoanParties parties, LocalDate validUntil, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.applicationId();
    }
}
