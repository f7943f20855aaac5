package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/**
 * Someone opened an account, or got one from an operator.
 *
 * @param channel where it was opened; never changes
 * @param demo made up for demonstration
 */
@EventType(value = "auth.UserRegistered", kept = Kept.FOR_REBUILDING, person = "accountId", names = "displayName")
public record UserRegistered(
        UUID accountId, UserType userType, String displayName, Channel channel, Instant registeredAt, boolean demo)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
