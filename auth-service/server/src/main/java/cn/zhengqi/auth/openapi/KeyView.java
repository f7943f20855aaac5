package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import cn.zhengqi.web.sheet.Sheet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as staff see it. Never a secret.
 *
 * @param algorithm by which its requests are signed
 * @param expired whether its last day is over
 */
record KeyView(
        UUID id,
        @Nullable String keyId,
        KeyStatus status,
        KeyEnvironment environment,
        String algorithm,
        boolean expired,
        String ownerKind,
        String ownerName,
        String applicantName,
        String systemName,
        String purpose,
        @Nullable String contactName,

        @Sensitive(mask = Mask.PHONE, plainFor = AuthPermissions.REVIEW_KEYS) @Nullable
        String contactPhone,

        List<ScopeView> scopes,
        List<String> addresses,
        int perMinute,
        int perDay,
        @Nullable OffsetDateTime expiresAt,
        OffsetDateTime appliedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedByName,
        @Nullable String reason,
        @Nullable OffsetDateTime drawnAt,
        @Nullable OffsetDateTime rotatedAt,
        @Nullable OffsetDateTime previousUntil,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revokedByName,
        @Nullable String revokeReason,
        int version) {

    static final Sheet<KeyView> SHEET = Sheet.<KeyView>titled("开放接口")
            .column("系统名称", KeyView::systemName)
            .column("申请单位", KeyView::ownerName)
            .column("密钥编号", KeyView::keyId)
            .column("环境", key -> key.environment().label())
            .column("签名算法", KeyView::algorithm)
            .column("状态", key -> key.status().label())
            .column("接口权限", key -> key.scopes().stream().map(ScopeView::label).toList())
            .column("调用地址", KeyView::addresses)
            .column("每分钟次数", KeyView::perMinute)
            .column("每日次数", KeyView::perDay)
            .column("有效期至", KeyView::lastDay)
            .column("申请人", KeyView::applicantName)
            .column("申请时间", KeyView::appliedAt);

    static KeyView of(OpenApiKey key, Instant now) {
        return new KeyView(
                key.getId(),
                key.getKeyId(),
                key.getStatus(),
                key.getEnvironment(),
                key.algorithm(),
                key.hasExpired(now),
                key.getOwnerKind(),
                key.getOwnerName(),
                key.getApplicantName(),
                key.getSystemName(),
                key.getPurpose(),
                key.getContactName(),
                key.contactPhoneText(),
                ScopeView.ofCodes(key.getScopes()),
                key.getAddresses(),
                key.getPerMinute(),
                key.getPerDay(),
                at(key.getExpiresAt()),
                BusinessTime.at(key.getAppliedAt()),
                at(key.getDecidedAt()),
                key.getDecidedByName(),
                key.getReason(),
                at(key.getDrawnAt()),
                at(key.getRotatedAt()),
                at(key.previousUntil(now)),
                at(key.getRevokedAt()),
                key.getRevokedByName(),
                key.getRevokeReason(),
                key.getVersion());
    }

    private @Nullable LocalDate lastDay() {
        return expiresAt == null ? null : BusinessTime.lastDayOf(expiresAt.toInstant());
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : BusinessTime.at(instant);
    }
}
