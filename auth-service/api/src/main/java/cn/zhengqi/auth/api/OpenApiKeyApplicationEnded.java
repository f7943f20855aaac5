package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An application for a key of the open interface needs no decision any more: its owner took it back, staff ended it, or its owner is gone. */
@EventType("auth.OpenApiKeyApplicationEnded")
public record OpenApiKeyApplicationEnded(UUID key, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
