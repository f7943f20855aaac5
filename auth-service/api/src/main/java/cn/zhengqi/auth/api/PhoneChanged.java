package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner of an account, or somebody who knew what it is opened with, gave it another phone. Which one it had says {@link InternalAccounts#formerPhone}: events carry no phone.
 */
@EventType("auth.PhoneChanged")
public record PhoneChanged(UUID accountId, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
