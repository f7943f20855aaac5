package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * From now on an account is opened by a WeChat user, or not any more.
 *
 * @param bound false: it was unbound, by its owner or because its password was set anew
 */
@EventType("auth.WeChatBindingChanged")
public record WeChatBindingChanged(UUID accountId, boolean bound, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
