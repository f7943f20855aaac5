package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody signed in with a device that the account was not seen with before.
 *
 * @param device browser and system, in words
 */
@EventType("auth.SignedInFromNewDevice")
public record SignedInFromNewDevice(UUID sessionId, UUID accountId, String device, String address, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return sessionId;
    }
}
