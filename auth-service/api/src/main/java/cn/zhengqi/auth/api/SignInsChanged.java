package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** A sign-in of the account was ended from elsewhere, or acts for another enterprise: tokens of before say what is true no more. */
@EventType("auth.SignInsChanged")
public record SignInsChanged(UUID accountId, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
