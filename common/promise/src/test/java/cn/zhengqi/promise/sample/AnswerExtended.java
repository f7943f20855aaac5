package cn.zhengqi.promise.sample;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseExtended;
import java.util.UUID;

@EventType("sample.AnswerExtended")
public record AnswerExtended(UUID caseId, PromiseExtended extended) implements DomainEvent {

    @Override
    public UUID subject() {
        return caseId;
    }
}
