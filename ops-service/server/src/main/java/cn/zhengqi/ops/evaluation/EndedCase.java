package cn.zhengqi.ops.evaluation;

import cn.zhengqi.ops.api.CaseKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that several institutions may answer, as it ended; it is finished for its evaluation if one of them did.
 *
 * @param enterpriseName null where no fact tells it
 * @param applicantId null: nobody of the enterprise applied
 * @param decided whether it came to what it was for by somebody's answer: whoever gave that one handled it, and it may be heard later than the end
 * @param nameless whether those who answered may not know whose it was
 */
record EndedCase(
        CaseKind kind,
        UUID caseId,
        String number,
        UUID enterpriseId,
        @Nullable String enterpriseName,
        @Nullable UUID applicantId,
        boolean decided,
        boolean nameless,
        Instant at) {}
