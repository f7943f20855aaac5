package cn.zhengqi.kernel.permission;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A service runs with other sensitive fields than before; the event carries all it has now.
 *
 * @param service as {@code finance-service}
 */
@EventType(value = "platform.FieldsDeclared", kept = Kept.FOR_REBUILDING)
public record FieldsDeclared(String service, List<DeclaredField> fields) implements DomainEvent {

    public FieldsDeclared {
        fields = List.copyOf(fields);
    }

    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes((service + " fields").getBytes(StandardCharsets.UTF_8));
    }
}
