package cn.zhengqi.auth.token;

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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, shared by all copies of this service through the database. The first is made at the first
 * start. The newest signs; the others still verify, so that a key can be followed by another (insert a row) in service.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext>, SmartInitializingSingleton {

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecretKey wrappingKey;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Known known;

    SigningKeys(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, AuthorizationProperties properties) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.wrappingKey = derive(properties.keySecret());
    }

    /** Before the first request, which would have to wait for it. */
    @Override
    public void afterSingletonsInstantiated() {
        keys();
    }

    /** Newest first. */
    private record Known(List<JWK> keys, Instant readAt) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(keys()));
    }

    /** Id of the key that signs. */
    String current() {
        return keys().getFirst().getKeyID();
    }

    private List<JWK> keys() {
        Known cached = known;
        Instant now = clock.instant();
        if (cached == null || cached.readAt().plus(READ_AGAIN_AFTER).isBefore(now)) {
            cached = new Known(readOrMake(now), now);
            known = cached;
        }
        return cached.keys();
    }

    private List<JWK> readOrMake(Instant now) {
        List<JWK> stored = read();
        if (!stored.isEmpty()) {
            return stored;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('signing_key'))")
                    .query((row, n) -> n)
                    .single();
            if (read().isEmpty()) {
                make(now);
            }
        });
        return read();
    }

    private List<JWK> read() {
        return jdbc.sql("select id, private_key from signing_key order by created_at desc, id")
                .query((row, n) -> open(row.getString("id"), row.getBytes("private_key")))
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
                            close(key),
                            Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)))
                    .update();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("RSA is not there", impossible);
        }
    }

    private byte[] close(RSAKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = key.toJSONString().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, key.getKeyID()).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES is not there", impossible);
        }
    }

    private JWK open(String id, byte[] stored) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(stored).get(nonce);
        byte[] closed = new byte[buffer.remaining()];
        buffer.get(closed);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(closed);
            return JWK.parse(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | ParseException wrongSecret) {
            throw new IllegalStateException(
                    "Signing key " + id + " cannot be read: is ZHENGQI_AUTH_KEY_SECRET the one it was stored with?",
                    wrongSecret);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, wrappingKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey derive(String secret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand("zhengqi signing keys".getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF is not there", impossible);
        }
    }
}
