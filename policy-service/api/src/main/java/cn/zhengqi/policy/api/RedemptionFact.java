package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What every fact about an application for redemption says: which one, under which project, before whom, of whom. */
public sealed interface RedemptionFact extends DomainEvent
        permits RedemptionSubmitted,
                RedemptionOffered,
                RedemptionOfferEnding,
                RedemptionOfferEnded,
                RedemptionAccountCorrected,
                RedemptionSentBack,
                RedemptionInNotice,
                RedemptionApproved,
                RedemptionPaid,
                RedemptionPaymentFailed,
                RedemptionReturned,
                RedemptionRejected,
                RedemptionEnded,
                RedemptionWithdrawn {

    /** Its members stand among the others in the event's data. */
    RedemptionParties parties();

    Instant at();

    @Override
    default UUID subject() {
        return parties().applicationId();
    }
}
