package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise granted its consent to the use of a kind of data, changed how long it holds, or withdrew it.
 *
 * @param receiver to whom; absent in events from before receivers were told apart, which were about no bank
 * @param receiverId the bank; absent where all of a kind are meant
 * @param validUntil last day on which it holds; absent for a withdrawal, and in events from before consents ended
 * @param demo whether the enterprise is one of the demo; false in events from before that was told
 * @param personId who said so; absent in events from before that was told
 * @param personName absent as the id
 */
@EventType(value = "code.ConsentChanged", kept = Kept.FOR_REBUILDING, person = "personId", names = "personName")
public record ConsentChanged(
        UUID enterpriseId,
        ConsentCategory category,
        @Nullable ReceiverKind receiver,
        @Nullable UUID receiverId,
        boolean granted,
        @Nullable LocalDate validUntil,
        boolean demo,
        @Nullable UUID personId,
        @Nullable String personName,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return enterpriseId;
    }
}
