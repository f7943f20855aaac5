package cn.zhengqi.events.sample;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.util.UUID;

/** A fact that only the next release of the service takes. */
@EventType("ledger.Settled")
public record Settled(UUID accountId, int number) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
