package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/** A person is called otherwise than before. Of two that come in the wrong order, the one with the higher version holds. */
@EventType(value = "auth.AccountRenamed", kept = Kept.FOR_REBUILDING, person = "accountId", names = "displayName")
public record AccountRenamed(UUID accountId, String displayName, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
