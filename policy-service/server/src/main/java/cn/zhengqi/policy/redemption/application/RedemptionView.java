package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.redemption.check.PaymentCheckView;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application for redemption in a list.
 *
 * @param applicantName who applied or confirmed; absent while nobody of the enterprise has
 * @param basisClaimed the figure that was claimed; absent where the rule goes by none
 * @param basisRecognised by the department
 * @param amountClaimed 元, that follows from what was claimed
 * @param amount 元, as recognised; absent before
 * @param explanation how the amount comes about, in figures: of the recognised one where there is one
 * @param noticeFrom first day of its public notice
 * @param noticeUntil last day of it; absent also while it cannot be said
 * @param reason of what was decided last: sent back, recognised less, rejected, not paid, ended
 * @param check what the last check before the payment found, for the department alone; absent where there was none
 * @param promise within what time it is reviewed
 * @param version to be sent with the next action
 */
public record RedemptionView(
        UUID id,
        String number,
        RedemptionKind kind,
        UUID projectId,
        String projectTitle,
        UUID policyId,
        String policyTitle,
        UUID institutionId,
        String institutionName,
        UUID enterpriseId,
        String enterpriseName,
        boolean demo,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.REDEEM},
                field = PolicyFields.REDEMPTION_APPLICANT)
        @Nullable
        String applicantName,

        RedemptionStatus status,
        @Nullable BigDecimal basisClaimed,
        @Nullable BigDecimal basisRecognised,
        BigDecimal amountClaimed,
        @Nullable BigDecimal amount,
        String explanation,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeUntil,
        @Nullable String reason,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable OffsetDateTime paidAt,
        @Nullable PromiseView promise,
        @Nullable PaymentCheckView check,
        int version) {

    static RedemptionView of(Redemption it, @Nullable PromiseView promise, @Nullable PaymentCheckView check) {
        return new RedemptionView(
                it.id(),
                it.number(),
                it.kind(),
                it.projectId(),
                it.projectTitle(),
                it.policyId(),
                it.policyTitle(),
                it.institutionId(),
                it.institutionName(),
                it.enterpriseId(),
                it.enterpriseName(),
                it.demo(),
                it.applicantName(),
                it.status(),
                it.basisClaimed(),
                it.basisRecognised(),
                it.amountClaimed(),
                it.amount(),
                it.explanation(),
                it.noticeFrom(),
                it.noticeUntil(),
                it.reason(),
                BusinessTime.at(it.submittedAt()),
                at(it.decidedAt()),
                at(it.paidAt()),
                promise,
                check,
                it.version());
    }

    /** Whether it was shown for its days, and is not approved yet: that is done some minutes later, and not before who objected is answered. */
    boolean noticeOver(LocalDate today) {
        return status == RedemptionStatus.IN_NOTICE && noticeUntil != null && noticeUntil.isBefore(today);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : BusinessTime.at(moment);
    }
}
