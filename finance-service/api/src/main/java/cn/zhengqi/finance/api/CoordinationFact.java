package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What became of a case of 小微融资协调 as a whole. */
public sealed interface CoordinationFact extends DomainEvent
        permits CoordinationDeclared, CoordinationEnded, CoordinationRejected {

    /** Its members stand among the others in the event's data. */
    CoordinationParties parties();

    Instant at();

    @Override
    default UUID subject() {
        return parties().caseId();
    }
}
