package cn.zhengqi.code.claim;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.code.file.StoredFile;
import cn.zhengqi.code.issued.IssuedCode;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.promise.PromiseView;
import cn.zhengqi.web.Sensitive;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as applicant and staff see it.
 *
 * @param version to be given back with each step, so that nobody decides on what they have not seen
 * @param scanners who sees on a scan what is allowed
 * @param withdrawnAt when its applicant took it back
 * @param codeNumber 企业标识 of the code that was issued on it
 * @param corrections how often it was sent back and what became of it; null where it never was, and on record, where its steps stand beside it
 * @param promise within what time it is reviewed; null for what was decided before there were promises, and on record, where it is no part of the claim
 * @param codeIssuedAt 领取时间 of that code
 * @param codeStatus how that code is now
 * @param codeEndedAt when it was revoked
 * @param codeEnding 解绑 or 注销, once it is revoked
 */
public record Claim(
        UUID id,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        boolean demo,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM},
                field = CodeFields.APPLICANT_NAME)
        String applicantName,

        ClaimStatus status,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String codeNumber,
        @Nullable OffsetDateTime codeIssuedAt,
        @Nullable CodeStatus codeStatus,
        @Nullable OffsetDateTime codeEndedAt,
        @Nullable String codeEnding,
        @Nullable String reason,
        List<ConsentCategory> consents,
        List<ScannerKind> scanners,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM},
                field = CodeFields.LEGAL_REP)
        String legalRepName,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM},
                field = CodeFields.AGENT_NAME)
        String agentName,

        @Sensitive(mask = Mask.PHONE, field = CodeFields.AGENT_PHONE)
        String agentPhone,

        StoredFile letterFile,
        Channel channel,
        ClaimKind kind,
        @Nullable List<Correction> corrections,
        @Nullable PromiseView promise,
        int version) {

    /**
     * @param submittedAt when what was sent back had been handed in
     * @param resubmittedAt null while it waits for its applicant
     */
    public record Correction(
            OffsetDateTime submittedAt,
            OffsetDateTime returnedAt,
            @Nullable String reason,
            @Nullable OffsetDateTime resubmittedAt) {

        /** @param steps of one claim, in their order */
        static @Nullable List<Correction> among(List<ClaimStep> steps) {
            if (steps.isEmpty()) {
                return null;
            }
            List<Correction> corrections = new ArrayList<>();
            OffsetDateTime submittedAt = BusinessTime.at(steps.getFirst().at());
            for (ClaimStep step : steps) {
                OffsetDateTime at = BusinessTime.at(step.at());
                if (step.action() == ClaimStep.Action.RETURNED) {
                    corrections.add(new Correction(submittedAt, at, step.note(), null));
                } else if (step.action() == ClaimStep.Action.RESUBMITTED) {
                    Correction open = corrections.removeLast();
                    corrections.add(new Correction(open.submittedAt(), open.returnedAt(), open.reason(), at));
                    submittedAt = at;
                }
            }
            return corrections.isEmpty() ? null : corrections;
        }
    }

    static Claim of(CodeClaim claim, StoredFile letterFile, @Nullable IssuedCode code, @Nullable Instant withdrawnAt) {
        Instant decidedAt = claim.getDecidedAt();
        Instant codeEndedAt = code == null ? null : code.endedAt();
        return new Claim(
                claim.getId(),
                claim.getNumber(),
                claim.getEnterpriseId(),
                claim.getEnterpriseName(),
                claim.getUscc(),
                claim.isDemo(),
                claim.getApplicantName(),
                claim.getStatus(),
                BusinessTime.at(claim.getSubmittedAt()),
                decidedAt == null ? null : BusinessTime.at(decidedAt),
                withdrawnAt == null ? null : BusinessTime.at(withdrawnAt),
                code == null ? null : code.number(),
                code == null ? null : BusinessTime.at(code.issuedAt()),
                code == null ? null : code.status(),
                codeEndedAt == null ? null : BusinessTime.at(codeEndedAt),
                code == null ? null : code.ending(),
                claim.getReason(),
                List.copyOf(claim.consentCategories()),
                claim.scanners(),
                claim.getLegalRepName(),
                claim.getAgentName(),
                claim.getAgentPhone().value(),
                letterFile,
                claim.getChannel(),
                claim.getKind(),
                null,
                null,
                claim.getVersion());
    }

    /** With what is no part of it as it goes on record. */
    Claim followed(@Nullable List<Correction> sentBack, @Nullable PromiseView within) {
        return new Claim(
                id,
                number,
                enterpriseId,
                enterpriseName,
                uscc,
                demo,
                applicantName,
                status,
                submittedAt,
                decidedAt,
                withdrawnAt,
                codeNumber,
                codeIssuedAt,
                codeStatus,
                codeEndedAt,
                codeEnding,
                reason,
                consents,
                scanners,
                legalRepName,
                agentName,
                agentPhone,
                letterFile,
                channel,
                kind,
                sentBack,
                within,
                version);
    }
}
