package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * The bank's own system moved an application that somebody of the bank has. What became of it another fact says; the enterprise is not told by whom.
 *
 * @param what was done, in the words of the timeline
 * @param systemName as the timeline names it
 */
@EventType("finance.LoanAnsweredBySystem")
public record LoanAnsweredBySystem(@JsonUnwrapped LoanParties parties, String what, String systemName, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.applicationId();
    }
}
