package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.auth.api.OpenApiScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of the open interface, from the application for it to its end. */
@TableName("openapi_key")
class OpenApiKey {

    static final int FIRST_PER_MINUTE = 60;
    static final int FIRST_PER_DAY = 10_000;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3 * 366);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    @TableId
    private UUID id;

    private @Nullable String keyId;
    private KeyStatus status;
    private String ownerKind;
    private UUID ownerId;
    private String ownerName;
    private @Nullable UserType ownerType;
    private UUID applicantId;
    private String applicantName;
    private String systemName;
    private String purpose;
    private @Nullable String contactName;
    private @Nullable ContactPhone contactPhone;
    private KeyEnvironment environment;
    private List<String> scopes;
    private List<String> addresses;
    private int perMinute;
    private int perDay;
    private @Nullable Instant expiresAt;
    private Instant appliedAt;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;
    private @Nullable String decidedByName;
    private @Nullable String reason;
    private @Nullable Instant drawnAt;
    private byte @Nullable [] secret;
    private @Nullable Instant rotatedAt;

    private byte @Nullable [] previousSecret;
    private byte @Nullable [] publicKey;
    private byte @Nullable [] previousPublicKey;
    private @Nullable Instant previousUntil;
    private @Nullable Instant revokedAt;
    private @Nullable String revokedByName;
    private @Nullable String revokeReason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private OpenApiKey() {}

    /** @throws ProblemException VALIDATION_FAILED for an address that is none, or a range that is too wide */
    static OpenApiKey applyFor(KeyApplication form, KeyOwner owner, CurrentUser applicant, Instant now) {
        OpenApiKey key = new OpenApiKey();
        key.id = Ids.next();
        key.status = KeyStatus.APPLIED;
        key.ownerKind = owner.kind();
        key.ownerId = owner.id();
        key.ownerName = owner.name();
        key.ownerType = owner.type();
        key.applicantId = applicant.accountId();
        key.applicantName = applicant.name();
        key.systemName = form.systemName().strip();
        key.purpose = form.purpose().strip();
        key.contactName = form.contactName().strip();
        key.contactPhone = new ContactPhone(form.contactPhone().strip());
        key.environment = form.environment();
        key.publicKey = form.publicKey() == null ? null : Sm2PublicKey.point(form.publicKey());
        key.scopes = codes(form.scopes());
        key.addresses = CallAddresses.of(form.addresses()).checked().texts();
        key.perMinute = FIRST_PER_MINUTE;
        key.perDay = FIRST_PER_DAY;
        key.appliedAt = now;
        return key;
    }

    /** @throws ProblemException STATE_CONFLICT; VALIDATION_FAILED for a scope that nobody asked for, or a life too long or over */
    void approve(Approval approval, UUID by, String byName, Instant now) {
        List<String> allowed = codes(approval.scopes());
        if (!scopes.containsAll(allowed)) {
            throw ProblemException.validation("scopes", "NOT_ASKED", "只能批准申请中的接口权限");
        }
        Instant end = endOf(approval.validUntil(), now);
        mustFit(approval.perMinute(), approval.perDay());
        become(KeyStatus.APPROVED);
        scopes = allowed;
        perMinute = approval.perMinute();
        perDay = approval.perDay();
        expiresAt = end;
        decide(by, byName, null, now);
    }

    /**
     * What was allowed is allowed on other terms, from the next request on.
     *
     * @throws ProblemException STATE_CONFLICT for a key that is not approved; OPENAPI_KEY_EXPIRED; VALIDATION_FAILED for a scope that it has not, an address that
     *     is none, or a life too long or over
     */
    void allowOn(KeyTerms terms, Instant now) {
        if (status != KeyStatus.APPROVED && status != KeyStatus.ACTIVE) {
            throw refused();
        }
        mustNotHaveExpired(now);
        List<String> allowed = codes(terms.scopes());
        if (!scopes.containsAll(allowed)) {
            throw ProblemException.validation("scopes", "NOT_ASKED", "只能减少接口权限，增加须由申请单位重新申请");
        }
        List<String> from = CallAddresses.of(terms.addresses()).checked().texts();
        Instant end = endOf(terms.validUntil(), now);
        mustFit(terms.perMinute(), terms.perDay());
        // In the order that they had.
        scopes = scopes.stream().filter(allowed::contains).toList();
        addresses = from;
        perMinute = terms.perMinute();
        perDay = terms.perDay();
        expiresAt = end;
    }

    private static Instant endOf(LocalDate lastDay, Instant now) {
        Instant end = BusinessTime.endOf(lastDay);
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
            throw ProblemException.validation("validUntil", "RANGE", "有效期应在今天之后、三年之内");
        }
        return end;
    }

    private static void mustFit(int perMinute, int perDay) {
        if (perDay < perMinute) {
            throw ProblemException.validation("perDay", "RANGE", "每日次数不能少于每分钟次数");
        }
    }

    /** @throws ProblemException STATE_CONFLICT */
    void reject(String why, UUID by, String byName, Instant now) {
        become(KeyStatus.REJECTED);
        decide(by, byName, why, now);
        forgetContact();
    }

    /**
     * Who looks after it takes it; afterwards nobody is shown the secret again.
     *
     * @param sealedSecret absent where the system signs with its own key pair
     * @throws ProblemException STATE_CONFLICT, OPENAPI_KEY_EXPIRED
     */
    void draw(String newKeyId, byte @Nullable [] sealedSecret, Instant now) {
        become(KeyStatus.ACTIVE);
        mustNotHaveExpired(now);
        keyId = newKeyId;
        secret = sealedSecret;
        drawnAt = now;
    }

    /**
     * A new secret, or the public half of a new key pair; what it follows counts a while longer, so that a system can change without a break, also from the one to the
     * other. One is kept: what an earlier rotation kept ends.
     *
     * @throws ProblemException STATE_CONFLICT, OPENAPI_KEY_EXPIRED
     */
    void rotate(byte @Nullable [] sealedSecret, byte @Nullable [] newPublicKey, Duration overlap, Instant now) {
        if (status != KeyStatus.ACTIVE) {
            throw refused();
        }
        mustNotHaveExpired(now);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw ProblemException.validation("overlapHours", "RANGE", "旧密钥最多保留 30 天");
        }
        previousSecret = overlap.isZero() ? null : secret;
        previousPublicKey = overlap.isZero() ? null : publicKey;
        previousUntil = overlap.isZero() ? null : now.plus(overlap);
        secret = sealedSecret;
        publicKey = newPublicKey;
        rotatedAt = now;
    }

    /** @throws ProblemException STATE_CONFLICT */
    void revoke(String why, String byName, Instant now) {
        become(KeyStatus.REVOKED);
        // Nobody checks a signature by it any more; what was called with it is told by its id.
        secret = null;
        publicKey = null;
        previousSecret = null;
        previousPublicKey = null;
        previousUntil = null;
        forgetContact();
        revokedAt = now;
        revokedByName = byName;
        revokeReason = why;
    }

    /** Of a system that calls nothing nobody is asked any more. */
    private void forgetContact() {
        contactName = null;
        contactPhone = null;
    }

    /** Absent once the key has ended. */
    @Nullable
    String contactPhoneText() {
        return contactPhone == null ? null : contactPhone.value();
    }

    /** @throws ProblemException VERSION_CONFLICT when someone changed it since the caller saw it */
    void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw ProblemException.versionConflict();
        }
    }

    boolean hasExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Until when what the newest follows counts too, and no longer than the key itself; absent once it counts no more. */
    @Nullable
    Instant previousUntil(Instant now) {
        if (previousUntil == null) {
            return null;
        }
        Instant until = expiresAt != null && expiresAt.isBefore(previousUntil) ? expiresAt : previousUntil;
        return until.isAfter(now) ? until : null;
    }

    /** The sealed secrets that count now, the newest first. */
    List<byte[]> sealedSecrets(Instant now) {
        return counting(secret, previousSecret, now);
    }

    /** The public halves of key pairs that count now, the newest first. */
    List<byte[]> publicKeys(Instant now) {
        return counting(publicKey, previousPublicKey, now);
    }

    private List<byte[]> counting(byte @Nullable [] newest, byte @Nullable [] previous, Instant now) {
        List<byte[]> found = new ArrayList<>();
        if (status == KeyStatus.ACTIVE) {
            if (newest != null) {
                found.add(newest);
            }
            if (previous != null && previousUntil(now) != null) {
                found.add(previous);
            }
        }
        return found;
    }

    /** By which its newest requests are signed. */
    String algorithm() {
        return publicKey == null ? OpenApiKeys.HMAC_SHA256 : OpenApiKeys.SM2_SM3;
    }

    /** Whose it is, if an enterprise's. */
    @Nullable
    UUID enterpriseId() {
        return ownerKind.equals(KeyOwner.ENTERPRISE) ? ownerId : null;
    }

    /** Whose it is, if an institution's. */
    @Nullable
    UUID institutionId() {
        return ownerKind.equals(KeyOwner.INSTITUTION) ? ownerId : null;
    }

    private void decide(UUID by, String byName, @Nullable String why, Instant now) {
        decidedBy = by;
        decidedByName = byName;
        decidedAt = now;
        reason = why;
    }

    private void become(KeyStatus next) {
        if (!status.mayBecome(next)) {
            throw refused();
        }
        status = next;
    }

    private ProblemException refused() {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该密钥当前为“" + status.label() + "”，不能进行此操作");
    }

    private void mustNotHaveExpired(Instant now) {
        if (hasExpired(now)) {
            throw new ProblemException(AuthProblem.OPENAPI_KEY_EXPIRED);
        }
    }

    private static List<String> codes(List<OpenApiScope> scopes) {
        return scopes.stream().distinct().map(OpenApiScope::code).toList();
    }

    public UUID getId() {
        return id;
    }

    public @Nullable String getKeyId() {
        return keyId;
    }

    public KeyStatus getStatus() {
        return status;
    }

    public UUID getOwnerId() {
        return ownerId;
    }

    /** As whom the people of the owner act; null for a key of before this was kept whose applicant is gone. */
    public @Nullable UserType getOwnerType() {
        return ownerType;
    }

    public String getOwnerKind() {
        return ownerKind;
    }

    public String getOwnerName() {
        return ownerName;
    }

    public UUID getApplicantId() {
        return applicantId;
    }

    public String getApplicantName() {
        return applicantName;
    }

    public String getSystemName() {
        return systemName;
    }

    public String getPurpose() {
        return purpose;
    }

    public @Nullable String getContactName() {
        return contactName;
    }

    public KeyEnvironment getEnvironment() {
        return environment;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public List<String> getAddresses() {
        return addresses;
    }

    public int getPerMinute() {
        return perMinute;
    }

    public int getPerDay() {
        return perDay;
    }

    public @Nullable Instant getExpiresAt() {
        return expiresAt;
    }

    public Instant getAppliedAt() {
        return appliedAt;
    }

    public @Nullable Instant getDecidedAt() {
        return decidedAt;
    }

    public @Nullable String getDecidedByName() {
        return decidedByName;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public @Nullable Instant getDrawnAt() {
        return drawnAt;
    }

    public @Nullable Instant getRotatedAt() {
        return rotatedAt;
    }

    public @Nullable Instant getRevokedAt() {
        return revokedAt;
    }

    public @Nullable String getRevokedByName() {
        return revokedByName;
    }

    public @Nullable String getRevokeReason() {
        return revokeReason;
    }

    public int getVersion() {
        return version;
    }
}
