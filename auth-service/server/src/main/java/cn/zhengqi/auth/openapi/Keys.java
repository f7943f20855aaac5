package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys of the open interface, for those who look after them and those who review. */
@Component
class Keys {

    /** Of one owner: applied for, to be drawn, or in use. A key that is given up makes room. */
    static final int MOST_OPEN = 20;

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int KEY_ID_LENGTH = 20;

    /** Who revokes what nobody is left to revoke. */
    private static final String SYSTEM = "系统";

    /** Tells a key id from everything else that stands in a configuration file. */
    private static final String KEY_ID_PREFIX = "zqk_";

    private final OpenApiKeyMapper mapper;
    private final KeySecrets secrets;
    private final AuditTrail audit;
    private final KeyNews news;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Keys(OpenApiKeyMapper mapper, KeySecrets secrets, AuditTrail audit, KeyNews news, Clock clock) {
        this.mapper = mapper;
        this.secrets = secrets;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    // --- the owner -------------------------------------------------------------------------------

    /**
     * @param form as {@link ApplicationCheck} let it pass
     * @throws ProblemException OPENAPI_NO_OWNER, OPENAPI_KEY_LIMIT, VALIDATION_FAILED
     */
    @Transactional
    MyKey apply(KeyApplication form, CurrentUser user) {
        KeyOwner owner = KeyOwner.of(user);
        // Two at once wait for each other; the limit would let both through.
        mapper.lock(owner.id());
        if (mapper.open(owner.id()) >= MOST_OPEN) {
            throw new ProblemException(AuthProblem.OPENAPI_KEY_LIMIT);
        }
        OpenApiKey key = OpenApiKey.applyFor(form, owner, user, now());
        mapper.insert(key);
        audit.changed(OpenApiAction.OPENAPI_KEY_APPLIED, key.getId(), key.getSystemName(), null, WrittenKey.of(key));
        news.applied(key, now());
        return MyKey.of(key, now());
    }

    /**
     * Read from the primary, as is one key: its version goes into the next change.
     *
     * @throws ProblemException OPENAPI_NO_OWNER
     */
    Page<MyKey> ofOwner(CurrentUser user, PageRequest page) {
        Instant now = now();
        return mapper.page(
                        Wrappers.lambdaQuery(OpenApiKey.class)
                                .eq(OpenApiKey::getOwnerId, KeyOwner.of(user).id())
                                .orderByDesc(OpenApiKey::getAppliedAt)
                                .orderByAsc(OpenApiKey::getId),
                        page)
                .map(key -> MyKey.of(key, now));
    }

    /** @throws ProblemException NOT_FOUND for a key of another enterprise or institution */
    MyKey own(UUID id, CurrentUser user) {
        return MyKey.of(ownKey(id, user), now());
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, OPENAPI_KEY_EXPIRED */
    @Transactional
    DrawnKey draw(UUID id, int version, CurrentUser user) {
        OpenApiKey key = ownKey(id, user);
        byte[] secret = key.algorithm().equals(OpenApiKeys.HMAC_SHA256) ? secrets.make() : null;
        change(
                OpenApiAction.OPENAPI_KEY_DRAWN,
                key,
                version,
                it -> it.draw(newKeyId(), secret == null ? null : secrets.seal(secret, it.getId()), now()));
        return drawn(key, secret);
    }

    /**
     * @param overlap how long the secret still counts that is followed by another
     * @param publicKey of a key pair with which the system signs from now on; absent: with a new secret
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, OPENAPI_KEY_EXPIRED, VALIDATION_FAILED
     */
    @Transactional
    DrawnKey rotate(UUID id, int version, Duration overlap, @Nullable String publicKey, CurrentUser user) {
        OpenApiKey key = ownKey(id, user);
        byte[] secret = publicKey == null ? secrets.make() : null;
        byte[] point = publicKey == null ? null : Sm2PublicKey.point(publicKey);
        change(
                OpenApiAction.OPENAPI_KEY_ROTATED,
                key,
                version,
                it -> it.rotate(secret == null ? null : secrets.seal(secret, it.getId()), point, overlap, now()));
        return drawn(key, secret);
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    @Transactional
    MyKey giveUp(UUID id, int version, String reason, CurrentUser user) {
        OpenApiKey key = ownKey(id, user);
        change(OpenApiAction.OPENAPI_KEY_REVOKED, key, version, it -> it.revoke(reason, user.name(), now()));
        return MyKey.of(key, now());
    }

    // --- staff -----------------------------------------------------------------------------------

    @Transactional(readOnly = true)
    Page<KeyView> list(KeyFilter filter, PageRequest page) {
        Instant now = now();
        return mapper.page(filter.query(), page).map(key -> KeyView.of(key, now));
    }

    @Transactional(readOnly = true)
    long count(KeyFilter filter) {
        return mapper.count(filter.query());
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(KeyFilter filter, Consumer<KeyView> receiver) {
        Instant now = now();
        mapper.each(filter.query(), key -> receiver.accept(KeyView.of(key, now)));
    }

    KeyView one(UUID id) {
        return KeyView.of(find(id), now());
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, VALIDATION_FAILED */
    @Transactional
    KeyView approve(UUID id, Approval approval, CurrentUser user) {
        OpenApiKey key = find(id);
        change(
                OpenApiAction.OPENAPI_KEY_APPROVED,
                key,
                approval.version(),
                it -> it.approve(approval, user.accountId(), user.name(), now()));
        news.decided(key, now());
        return KeyView.of(key, now());
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    @Transactional
    KeyView reject(UUID id, int version, String reason, CurrentUser user) {
        OpenApiKey key = find(id);
        change(
                OpenApiAction.OPENAPI_KEY_REJECTED,
                key,
                version,
                it -> it.reject(reason, user.accountId(), user.name(), now()));
        news.decided(key, now());
        return KeyView.of(key, now());
    }

    /**
     * Nobody is told of a change that changes nothing, and none is on record.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, OPENAPI_KEY_EXPIRED, VALIDATION_FAILED
     */
    @Transactional
    KeyView changeTerms(UUID id, KeyTerms terms, CurrentUser user) {
        OpenApiKey key = find(id);
        key.mustBeAt(terms.version());
        WrittenKey before = WrittenKey.of(key);
        key.allowOn(terms, now());
        WrittenKey after = WrittenKey.of(key);
        if (after.equals(before)) {
            return KeyView.of(key, now());
        }
        mapper.update(key);
        String reason = terms.reason().strip();
        audit.changed(
                OpenApiAction.OPENAPI_KEY_CHANGED, key.getId(), key.getSystemName(), before, after.because(reason));
        news.changed(key, after.changesSince(before), reason, now());
        return KeyView.of(key, now());
    }

    /** @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT */
    @Transactional
    KeyView revoke(UUID id, int version, String reason, CurrentUser user) {
        OpenApiKey key = find(id);
        change(OpenApiAction.OPENAPI_KEY_REVOKED, key, version, it -> it.revoke(reason, user.name(), now()));
        news.revoked(key, reason, now());
        return KeyView.of(key, now());
    }

    /** What was agreed stays as it is; only whose it is reads otherwise. */
    @Transactional
    void ownerIsCalled(UUID owner, String name) {
        mapper.update(Wrappers.lambdaUpdate(OpenApiKey.class)
                .eq(OpenApiKey::getOwnerId, owner)
                .set(OpenApiKey::getOwnerName, name));
    }

    // --- the end of an owner -----------------------------------------------------------------------

    /** Nobody is left who could look after them. What was applied for later belongs to who came anew. */
    @Transactional
    void endOf(UUID owner, Instant at, String why) {
        mapper.selectList(Wrappers.lambdaQuery(OpenApiKey.class)
                        .eq(OpenApiKey::getOwnerId, owner)
                        .in(OpenApiKey::getStatus, KeyStatus.OPEN)
                        .le(OpenApiKey::getAppliedAt, at))
                .forEach(key -> change(
                        OpenApiAction.OPENAPI_KEY_REVOKED, key, key.getVersion(), it -> it.revoke(why, SYSTEM, now())));
    }

    /** A key that ran out and was not renewed for so long is nobody's concern any more. */
    @Transactional
    int endExpired(Instant before, int most) {
        List<OpenApiKey> ended = mapper.selectList(Wrappers.lambdaQuery(OpenApiKey.class)
                .in(OpenApiKey::getStatus, KeyStatus.OPEN)
                .lt(OpenApiKey::getExpiresAt, before)
                .last("limit " + most));
        ended.forEach(key -> change(
                OpenApiAction.OPENAPI_KEY_REVOKED,
                key,
                key.getVersion(),
                it -> it.revoke("到期后未续期，自动注销", SYSTEM, now())));
        return ended.size();
    }

    // --- all -------------------------------------------------------------------------------------

    private DrawnKey drawn(OpenApiKey key, byte @Nullable [] secret) {
        return new DrawnKey(
                String.valueOf(key.getKeyId()),
                secret == null ? null : Base64.getEncoder().encodeToString(secret),
                MyKey.of(key, now()));
    }

    private void change(OpenApiAction action, OpenApiKey key, int version, Consumer<OpenApiKey> change) {
        key.mustBeAt(version);
        WrittenKey before = WrittenKey.of(key);
        boolean waited = key.getStatus() == KeyStatus.APPLIED;
        change.accept(key);
        mapper.update(key);
        audit.changed(action, key.getId(), key.getSystemName(), before, WrittenKey.of(key));
        if (waited && key.getStatus() == KeyStatus.REVOKED) {
            news.applicationEnded(key, now());
        }
    }

    private OpenApiKey find(UUID id) {
        return mapper.find(id).orElseThrow(() -> ProblemException.notFound("没有这个接口密钥"));
    }

    private OpenApiKey ownKey(UUID id, CurrentUser user) {
        OpenApiKey key = find(id);
        if (!key.getOwnerId().equals(KeyOwner.of(user).id())) {
            throw ProblemException.notFound("没有这个接口密钥");
        }
        return key;
    }

    private String newKeyId() {
        return KEY_ID_PREFIX
                + random.ints(KEY_ID_LENGTH, 0, LETTERS.length())
                        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                        .collect(Collectors.joining());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
