package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/** An account was disabled, so that nobody gets in with it, or enabled again. */
@EventType(value = "auth.AccountStatusChanged", kept = Kept.FOR_REBUILDING)
public record AccountStatusChanged(UUID accountId, boolean enabled, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
