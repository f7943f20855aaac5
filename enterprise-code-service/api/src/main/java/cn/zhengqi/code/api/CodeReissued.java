package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** A code got a new number and new printed form; all that was shown or printed before is dead. It stays the same code. */
@EventType("code.CodeReissued")
public record CodeReissued(
        UUID codeId,
        UUID enterpriseId,
        String enterpriseName,
        String oldNumber,
        String number,
        String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return codeId;
    }
}
