package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What became of one bank's claim of a financing demand. */
public sealed interface ClaimFact extends DomainEvent
        permits DemandClaimed, DemandOffered, DemandGivenBack, DemandShown, DemandHidden, DemandClaimEnded {

    /** Its members stand among the others in the event's data. */
    ClaimParties claim();

    Instant at();

    @Override
    default UUID subject() {
        return claim().claimId();
    }
}
