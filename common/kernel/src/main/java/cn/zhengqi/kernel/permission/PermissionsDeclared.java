package cn.zhengqi.kernel.permission;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A service runs with other permissions than before; the event carries all it has now. The one event that every service
 * tells, so its topic is that of the platform.
 *
 * @param service as {@code finance-service}
 */
@EventType(value = "platform.PermissionsDeclared", kept = Kept.FOR_REBUILDING)
public record PermissionsDeclared(String service, List<DeclaredPermission> permissions) implements DomainEvent {

    public PermissionsDeclared {
        permissions = List.copyOf(permissions);
    }

    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(service.getBytes(StandardCharsets.UTF_8));
    }
}
