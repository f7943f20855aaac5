package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/** A person closed their account for good: what is kept of them only because there was an account goes. */
@EventType(value = "auth.AccountClosed", kept = Kept.FOR_REBUILDING)
public record AccountClosed(UUID accountId, Instant at) implements DomainEvent {

    /** What stands wherever such a person was named. */
    public static final String NOBODY = "已注销用户";

    @Override
    public UUID subject() {
        return accountId;
    }
}
