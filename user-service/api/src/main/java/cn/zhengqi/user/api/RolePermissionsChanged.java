package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A role allows other things than before.
 *
 * @param accountIds those who have it; of more than 500 people several events tell
 */
@EventType("user.RolePermissionsChanged")
public record RolePermissionsChanged(String role, List<UUID> accountIds) implements DomainEvent {

    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(role.getBytes(StandardCharsets.UTF_8));
    }
}
