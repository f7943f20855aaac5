package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** A person is called otherwise than before. Of two that come in the wrong order, the one with the higher version holds. */
@EventType("auth.AccountRenamed")
public record AccountRenamed(UUID accountId, String displayName, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
