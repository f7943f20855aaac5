package cn.zhengqi.auth.openapi;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as those see it who look after it. Never a secret: that is shown when it is drawn, and not again. */
record MyKey(
        UUID id,
        @Nullable String keyId,
        KeyStatus status,
        KeyEnvironment environment,
        String algorithm,
        boolean expired,
        String ownerName,
        String applicantName,
        String systemName,
        String purpose,
        @Nullable String contactName,
        @Nullable String contactPhone,
        List<ScopeView> scopes,
        List<String> addresses,
        int perMinute,
        int perDay,
        @Nullable OffsetDateTime expiresAt,
        OffsetDateTime appliedAt,
        @Nullable String reason,
        @Nullable OffsetDateTime drawnAt,
        @Nullable OffsetDateTime rotatedAt,
        @Nullable OffsetDateTime previousUntil,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revokeReason,
        int version) {

    static MyKey of(OpenApiKey key, Instant now) {
        return new MyKey(
                key.getId(),
                key.getKeyId(),
                key.getStatus(),
                key.getEnvironment(),
                key.algorithm(),
                key.hasExpired(now),
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
                KeyView.at(key.getExpiresAt()),
                BusinessTime.at(key.getAppliedAt()),
                key.getReason(),
                KeyView.at(key.getDrawnAt()),
                KeyView.at(key.getRotatedAt()),
                KeyView.at(key.previousUntil(now)),
                KeyView.at(key.getRevokedAt()),
                key.getRevokeReason(),
                key.getVersion());
    }
}
