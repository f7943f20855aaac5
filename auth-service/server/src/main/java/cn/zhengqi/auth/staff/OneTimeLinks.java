package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links by which owners set a password: each works once and for three days, and of an account the last one only. Their secrets are kept nowhere. */
@Component
class OneTimeLinks {

    private static final Duration LIFE = Duration.ofDays(3);

    /** 192 bits in 32 characters: the variable of a text message takes no more than 35. */
    private static final int TOKEN_BYTES = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by who has it made */
    @Transactional(propagation = Propagation.MANDATORY)
    OneTimeLink fresh(UUID account, UUID by) {
        String token = newToken();
        Instant now = clock.instant();
        Instant end = now.plus(LIFE);
        jdbc.sql("""
                        insert into password_link (account_id, token_hash, created_at, created_by, expires_at) values (?, ?, ?, ?, ?)
                        on conflict (account_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at,
                          created_by = excluded.created_by, expires_at = excluded.expires_at""")
                .params(account, hash(token), Timestamp.from(now), by, Timestamp.from(end))
                .update();
        return new OneTimeLink(token, end);
    }

    boolean isOutFor(UUID account) {
        return jdbc.sql("select exists (select 1 from password_link where account_id = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** From the primary: a text message may be there before the replica knows of the link. */
    @Transactional
    boolean works(String token) {
        return jdbc.sql("select exists (select 1 from password_link where token_hash = ? and expires_at > ?)")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** @return whose it was; none where it does not work */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<UUID> useUp(String token) {
        return jdbc.sql("delete from password_link where token_hash = ? and expires_at > ? returning account_id")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
