package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What every fact about a declaration says: which one, under which project, before whom, of whom. */
public sealed interface DeclarationFact extends DomainEvent
        permits DeclarationSubmitted,
                DeclarationTakenOn,
                DeclarationHandedOver,
                DeclarationPassed,
                DeclarationSentBack,
                DeclarationSupplemented,
                DeclarationApproved,
                DeclarationRejected,
                DeclarationWithdrawn {

    /** Its members stand among the others in the event's data. */
    DeclarationParties parties();

    Instant at();

    @Override
    default UUID subject() {
        return parties().declarationId();
    }
}
