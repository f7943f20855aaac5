package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseExtended;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** The promised date of a step was moved, once and for a reason. No {@link DeclarationFact}: nothing became of the declaration. */
@EventType("policy.DeclarationPromiseExtended")
public record DeclarationPromiseExtended(@JsonUnwrapped DeclarationParties parties, PromiseExtended extended)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.declarationId();
    }
}
