package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ReceiverKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a consent: the evidence of what was allowed when, to whom, and by whom.
 *
 * @param validUntil last day, as it was then; absent for a withdrawal
 */
record ConsentChange(
        UUID id,
        OffsetDateTime at,
        ConsentCategory category,
        ReceiverKind receiverKind,
        String receiverName,
        String purpose,
        Kind action,
        @Nullable LocalDate validUntil,
        String actorName) {

    enum Kind {
        GIVEN,
        CHANGED,
        WITHDRAWN
    }
}
