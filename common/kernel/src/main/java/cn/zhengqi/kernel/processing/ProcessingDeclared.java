package cn.zhengqi.kernel.processing;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A service runs with other declarations of processing than before; the event carries all it has now.
 *
 * @param service as {@code finance-service}
 * @param owner its name in Chinese
 */
@EventType(value = "platform.ProcessingDeclared", kept = Kept.FOR_REBUILDING)
public record ProcessingDeclared(String service, String owner, List<ProcessingActivity> activities)
        implements DomainEvent {

    public ProcessingDeclared {
        activities = List.copyOf(activities);
    }

    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("processing of " + service).getBytes(StandardCharsets.UTF_8));
    }
}
