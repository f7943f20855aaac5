package cn.zhengqi.code.claim;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a claim, as it goes on record.
 *
 * @param letterFileId the letter that was handed in with it: it stays as long as the step, also when another took its place
 */
record ClaimStep(
        UUID id,
        UUID claimId,
        Instant at,
        UUID actorId,
        String actorName,
        Action action,
        @Nullable String note,
        @Nullable UUID letterFileId) {

    enum Action {
        SUBMITTED("提交申请"),
        RESUBMITTED("修改后重新提交"),
        RETURNED("退回补正"),
        APPROVED("审核通过"),
        REJECTED("审核不通过"),
        WITHDRAWN("撤回申请");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
