package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseExtended;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** The promised date of a bank's answer to a demand that it claimed was moved, once and for a reason. No {@link ClaimFact}: nothing became of the claim. */
@EventType("finance.DemandPromiseExtended")
public record DemandPromiseExtended(@JsonUnwrapped ClaimParties claim, PromiseExtended extended)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return claim.claimId();
    }
}
