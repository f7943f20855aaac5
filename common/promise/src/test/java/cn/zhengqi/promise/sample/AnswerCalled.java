package cn.zhengqi.promise.sample;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.UUID;

@EventType("sample.AnswerCalled")
public record AnswerCalled(PromiseCall call) implements DomainEvent {

    @Override
    public UUID subject() {
        return call.promiseId();
    }
}
