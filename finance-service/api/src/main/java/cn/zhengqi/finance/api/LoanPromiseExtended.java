package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseExtended;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** The promised date of a bank's answer was moved, once and for a reason. No {@link LoanFact}: nothing became of the application. */
@EventType("finance.LoanPromiseExtended")
public record LoanPromiseExtended(@JsonUnwrapped LoanParties parties, PromiseExtended extended) implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.applicationId();
    }
}
