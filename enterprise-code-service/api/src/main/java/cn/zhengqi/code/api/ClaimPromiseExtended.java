package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseExtended;
import java.util.UUID;

/** The promised date of a claim's review was moved, once and for a reason. */
@EventType("code.ClaimPromiseExtended")
public record ClaimPromiseExtended(
        UUID claimId, String number, String enterpriseName, UUID applicantId, PromiseExtended extended)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return claimId;
    }
}
