package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.project.Step;
import cn.zhengqi.policy.project.WindowState;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declaration in a list.
 *
 * @param number given with the submission
 * @param applicantName who handed it in, most often whom the department calls, and so under the same rule
 * @param contactName whom the department calls; absent in a draft, and where it was handed in before it was asked for
 * @param step in which it is; the last one where it is decided
 * @param stepInstitutionName who acts in that step
 * @param handlerName who took it on
 * @param reason of a rejection
 * @param draftWindow whether the project of a draft takes declarations today; absent for what was handed in
 * @param promise within what time the step is done; absent for drafts
 * @param version to be sent with the next action
 */
record DeclarationView(
        UUID id,
        @Nullable String number,
        UUID projectId,
        String projectTitle,
        UUID policyId,
        String policyTitle,
        String institutionName,
        UUID enterpriseId,
        String enterpriseName,
        boolean demo,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {PolicyPermissions.HANDLE_DECLARATIONS, PolicyPermissions.DECLARE},
                field = PolicyFields.CONTACT_NAME)
        String applicantName,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {PolicyPermissions.HANDLE_DECLARATIONS, PolicyPermissions.DECLARE},
                field = PolicyFields.CONTACT_NAME)
        @Nullable
        String contactName,

        @Sensitive(mask = Mask.PHONE, plainFor = PolicyPermissions.DECLARE, field = PolicyFields.CONTACT_PHONE)
        @Nullable
        String contactPhone,

        DeclarationStatus status,
        int stepIndex,
        Step.Kind step,
        String stepInstitutionName,
        @Nullable Boolean here,
        @Nullable UUID handlerId,
        @Nullable String handlerName,
        @Nullable String reason,
        OffsetDateTime savedAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable WindowState draftWindow,
        @Nullable PromiseView promise,
        int version) {

    static DeclarationView of(Declaration it, Step.Kind step, @Nullable PromiseView promise) {
        return of(it, step, promise, null, null);
    }

    static DeclarationView of(
            Declaration it,
            Step.Kind step,
            @Nullable PromiseView promise,
            @Nullable WindowState draftWindow,
            @Nullable Boolean here) {
        return new DeclarationView(
                it.id(),
                it.number(),
                it.projectId(),
                it.projectTitle(),
                it.policyId(),
                it.policyTitle(),
                it.institutionName(),
                it.enterpriseId(),
                it.enterpriseName(),
                it.demo(),
                it.applicantName(),
                it.contact().name(),
                it.contact().number(),
                it.status(),
                it.stepIndex(),
                step,
                it.stepInstitutionName(),
                here,
                it.handlerId(),
                it.handlerName(),
                it.reason(),
                BusinessTime.at(it.savedAt()),
                it.submittedAt() == null ? null : BusinessTime.at(it.submittedAt()),
                it.decidedAt() == null ? null : BusinessTime.at(it.decidedAt()),
                draftWindow,
                promise,
                it.version());
    }
}
