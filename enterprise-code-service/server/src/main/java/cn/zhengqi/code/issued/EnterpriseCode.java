package cn.zhengqi.code.issued;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code as its enterprise and the console see it.
 *
 * @param number 企业标识, fit to be read out
 * @param reissuedAt when it got its number, where that is not its first
 * @param certifierId account of who proved last that they act for the enterprise
 * @param certifierName the applicant of the claim by which they proved it, and so under the same rule
 * @param staticContent what the printed code carries; only for the enterprise itself
 * @param staticIssuedAt when that was made
 * @param staticRevokedAt when the printed code before this one was revoked
 */
public record EnterpriseCode(
        UUID id,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        boolean demo,
        CodeStatus status,
        @Nullable String statusReason,
        CodeLevel level,
        @Nullable String levelReason,
        OffsetDateTime issuedAt,
        @Nullable OffsetDateTime reissuedAt,
        UUID certifierId,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {CodePermissions.REVIEW_CLAIMS, CodePermissions.CLAIM},
                field = CodeFields.APPLICANT_NAME)
        String certifierName,

        OffsetDateTime certifiedAt,
        @Nullable String staticContent,
        @Nullable OffsetDateTime staticIssuedAt,
        @Nullable OffsetDateTime staticRevokedAt,
        int version) {

    static EnterpriseCode of(Code code) {
        return of(code, null, null, null);
    }

    static EnterpriseCode of(
            Code code,
            @Nullable String staticContent,
            @Nullable OffsetDateTime staticIssuedAt,
            @Nullable OffsetDateTime staticRevokedAt) {
        return new EnterpriseCode(
                code.getId(),
                code.getNumber(),
                code.getEnterpriseId(),
                code.getEnterpriseName(),
                code.getUscc(),
                code.isDemo(),
                code.getStatus(),
                code.getStatusReason(),
                code.getLevel(),
                code.getLevelReason(),
                BusinessTime.at(code.getIssuedAt()),
                code.getReissuedAt() == null ? null : BusinessTime.at(code.getReissuedAt()),
                code.getCertifierId(),
                code.getCertifierName(),
                BusinessTime.at(code.getCertifiedAt()),
                staticContent,
                staticIssuedAt,
                staticRevokedAt,
                code.getVersion());
    }
}
