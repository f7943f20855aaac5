package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The account has a passkey more, or less; its owner did it, or somebody who sat at their screen and knew the password.
 *
 * @param passkey as its owner named it
 * @param added otherwise removed
 */
@EventType("auth.PasskeyChanged")
public record PasskeyChanged(UUID accountId, String passkey, boolean added, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
