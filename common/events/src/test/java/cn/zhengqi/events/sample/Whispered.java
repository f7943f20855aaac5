package cn.zhengqi.events.sample;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.util.UUID;

@EventType("ledger.Whispered")
public record Whispered(UUID accountId, String what) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
