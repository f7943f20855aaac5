package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An enterprise granted or withdrew its consent to the use of a kind of data. */
@EventType("code.ConsentChanged")
public record ConsentChanged(UUID enterpriseId, ConsentCategory category, boolean granted, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return enterpriseId;
    }
}
