package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Within the bank an application went to somebody, or to where nobody has taken it yet. The enterprise is not told.
 *
 * @param parties with who has it from now on
 * @param by who saw to it; the same as who has it: they took it themselves
 * @param byName as colleagues read it
 * @param former the person who had it until then; absent: nobody, or the bank's system, and in facts from before it was told
 * @param reason in their words, where it was taken from somebody
 */
@EventType("finance.LoanApplicationAssigned")
public record LoanApplicationAssigned(
        @JsonUnwrapped LoanParties parties,
        UUID by,
        String byName,
        @Nullable UUID former,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.applicationId();
    }
}
