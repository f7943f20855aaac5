package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** A person closed their account for good: what is kept of them only because there was an account goes. */
@EventType("auth.AccountClosed")
public record AccountClosed(UUID accountId, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
