package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** Whoever had the phone of an account gave it another password without the one of before. */
@EventType("auth.PasswordResetByPhone")
public record PasswordResetByPhone(UUID accountId, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
