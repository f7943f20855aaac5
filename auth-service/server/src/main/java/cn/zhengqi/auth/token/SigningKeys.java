package cn.zhengqi.auth.token;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.data.Sealer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys that sign tokens, shared by all copies of this service through the database. The first is made at the first
 * start, and each is followed by another in its time. A new one is published before it signs, and one that is followed still
 * verifies for longer than any token lives: nobody is signed out by it.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, SmartInitializingSingleton {

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    /** Longer than anybody keeps the published keys without asking again. */
    static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(15);

    /** Longer than any token lives. */
    static final Duration KEPT_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Clock clock;
    private final Sealer sealer;
    private final Duration life;
    private volatile @Nullable Known known;

    SigningKeys(JdbcClient jdbc, OnceLoader once, Clock clock, AuthorizationProperties properties) {
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
        this.life = properties.signingKeyLife();
        this.sealer = Sealer.of(properties.keySecret().getBytes(StandardCharsets.UTF_8), "signing keys");
    }

    /** Before the first request, which would have to wait for it. */
    @Override
    public void afterSingletonsInstantiated() {
        keys();
    }

    private record Stored(JWK key, Instant createdAt) {}

    /** Newest first. */
    private record Known(List<Stored> stored, Instant readAt) {

        List<JWK> keys() {
            return stored.stream().map(Stored::key).toList();
        }

        /** The newest that everybody has had the time to learn of; where there is none, the first. */
        JWK signing(Instant now) {
            return stored.stream()
                    .filter(one -> !one.createdAt().isAfter(now.minus(PUBLISHED_BEFORE)))
                    .findFirst()
                    .orElse(stored.getLast())
                    .key();
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(keys().keys()));
    }

    /** Id of the key that signs. */
    String current() {
        return keys().signing(clock.instant()).getKeyID();
    }

    /**
     * Follows a key that has signed for its time by another, and drops what nothing can be signed with any more. Done twice, or by two copies at
     * once, it changes nothing more.
     */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
    void rotate() {
        Instant now = clock.instant();
        once.once("signing key rotation", () -> youngerThan(now.minus(life)), () -> make(now));
        jdbc.sql("""
                        delete from signing_key old where exists (
                          select 1 from signing_key newer where newer.created_at > old.created_at and newer.created_at < ?)""")
                .param(Timestamp.from(now.minus(PUBLISHED_BEFORE).minus(KEPT_AFTER)))
                .update();
        known = null;
    }

    private boolean youngerThan(Instant time) {
        return jdbc.sql("select exists (select 1 from signing_key where created_at > ?)")
                .param(Timestamp.from(time))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private Known keys() {
        Known cached = known;
        Instant now = clock.instant();
        if (cached == null || cached.readAt().plus(READ_AGAIN_AFTER).isBefore(now)) {
            cached = new Known(readOrMake(now), now);
            known = cached;
        }
        return cached;
    }

    private List<Stored> readOrMake(Instant now) {
        List<Stored> stored = read();
        if (!stored.isEmpty()) {
            return stored;
        }
        once.once("signing key", () -> !read().isEmpty(), () -> make(now));
        return read();
    }

    private List<Stored> read() {
        return jdbc.sql("select id, private_key, created_at from signing_key order by created_at desc, id")
                .query((row, n) -> new Stored(
                        open(row.getString("id"), row.getBytes("private_key")),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private void make(Instant now) {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            jdbc.sql("insert into signing_key (id, public_key, private_key, created_at) values (?, ?::jsonb, ?, ?)")
                    .params(
                            key.getKeyID(),
                            key.toPublicJWK().toJSONString(),
                            sealer.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8), key.getKeyID()),
                            Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)))
                    .update();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("RSA is not there", impossible);
        }
    }

    private JWK open(String id, byte[] stored) {
        try {
            return JWK.parse(new String(sealer.open(stored, id), StandardCharsets.UTF_8));
        } catch (IllegalStateException | ParseException wrongSecret) {
            throw new IllegalStateException(
                    "Signing key " + id + " cannot be read: is ZHENGQI_AUTH_KEY_SECRET the one it was stored with?",
                    wrongSecret);
        }
    }
}
