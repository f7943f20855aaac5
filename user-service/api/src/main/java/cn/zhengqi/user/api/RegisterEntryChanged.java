package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.util.UUID;

/**
 * An entry of the register is new or reads differently: it, or the name of its town or industry. It carries the whole entry, with what an enterprise shows by its code
 * alone; so only enterprise-code-service listens, which knows what may be shown to whom.
 */
@EventType(value = "user.RegisterEntryChanged", kept = Kept.FOR_REBUILDING)
public record RegisterEntryChanged(EnterpriseRecord entry) implements DomainEvent {

    @Override
    public UUID subject() {
        return entry.id();
    }
}
