package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody whom an outside identity provider knows opens the account from now on, or does not any more.
 *
 * @param provider as people call it
 * @param bound otherwise unbound
 */
@EventType("auth.OutsideIdentityChanged")
public record OutsideIdentityChanged(UUID accountId, String provider, boolean bound, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
