package cn.zhengqi.auth.guess;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.KeyedHash;
import cn.zhengqi.kernel.AddressBlock;
import cn.zhengqi.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes guessing dear where it looks as if somebody guessed: after some failures for one name, or from one address or network ({@link AddressBlock}), a browser has to work for
 * about a second before each attempt. Nobody has to see, hear or solve anything. A challenge is signed, bound to the name, good for two minutes
 * and for one attempt.
 */
@Component
public class ProofOfWork {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Pattern CHALLENGE = Pattern.compile(
            "(?<nonce>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?<bits>\\d{1,2})\\.(?<end>\\d{1,12})\\.(?<mac>[0-9a-f]{64})");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final KeyedHash signatures;
    private final int bits;
    private final int failuresOfName;
    private final int failuresOfAddress;

    ProofOfWork(
            JdbcClient jdbc,
            Clock clock,
            @Value("${zhengqi.authorization.key-secret}") String secret,
            @Value("${zhengqi.sign-in.proof.bits:17}") int bits,
            @Value("${zhengqi.sign-in.proof.failures-of-name:3}") int failuresOfName,
            @Value("${zhengqi.sign-in.proof.failures-of-address:10}") int failuresOfAddress) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.signatures = KeyedHash.under(secret, "proof of work");
        this.bits = bits;
        this.failuresOfName = failuresOfName;
        this.failuresOfAddress = failuresOfAddress;
    }

    /**
     * @param subject whose failures count
     * @param name as it was typed, which the challenge is good for
     * @throws ProblemException PROOF_REQUIRED with a challenge, when it is suspicious and there is no proof that will do
     */
    public void require(String subject, String name, String address, @Nullable Proof proof) {
        Instant now = clock.instant();
        if (isSuspicious(subject, address, now) && (proof == null || !accepts(proof, name, now))) {
            throw new ProblemException(
                    AuthProblem.PROOF_REQUIRED,
                    AuthProblem.PROOF_REQUIRED.title(),
                    Map.of("challenge", challenge(name, now), "bits", bits));
        }
    }

    private boolean isSuspicious(String subject, String address, Instant now) {
        int ofName = jdbc.sql(
                        "select coalesce(max(failures), 0) from sign_in_failure where subject = ? and last_at > ?")
                .params(subject, Timestamp.from(now.minus(Duration.ofHours(24))))
                .query(Integer.class)
                .single();
        return ofName >= failuresOfName || ofAddress(address, now) >= failuresOfAddress;
    }

    /** Counts no further than is needed. */
    private int ofAddress(String address, Instant now) {
        return jdbc.sql("""
                        select count(*) from (select 1 from sign_in_log where address_block = ? and at > ?
                          and result in ('BAD_CREDENTIALS', 'BAD_SMS_CODE', 'BAD_CODE', 'LOCKED') limit ?) failed""")
                .params(AddressBlock.of(address), Timestamp.from(now.minus(Duration.ofMinutes(15))), failuresOfAddress)
                .query(Integer.class)
                .single();
    }

    private String challenge(String name, Instant now) {
        String terms = UUID.randomUUID() + "." + bits + "." + now.plus(LIFE).getEpochSecond();
        return terms + "." + signature(terms, name);
    }

    private String signature(String terms, String name) {
        return HexFormat.of().formatHex(signatures.of(name, terms));
    }

    private boolean accepts(Proof proof, String name, Instant now) {
        Matcher parts = CHALLENGE.matcher(proof.challenge());
        if (!parts.matches()) {
            return false;
        }
        String terms = parts.group("nonce") + "." + parts.group("bits") + "." + parts.group("end");
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts.group("end")));
        boolean ours = MessageDigest.isEqual(
                signature(terms, name).getBytes(StandardCharsets.US_ASCII),
                parts.group("mac").getBytes(StandardCharsets.US_ASCII));
        return ours
                && now.isBefore(end)
                && proof.hasZeroBits(Integer.parseInt(parts.group("bits")))
                && spend(UUID.fromString(parts.group("nonce")), end);
    }

    private boolean spend(UUID nonce, Instant end) {
        return jdbc.sql("insert into spent_proof (nonce, expires_at) values (?, ?) on conflict do nothing")
                        .params(nonce, Timestamp.from(end))
                        .update()
                == 1;
    }

    /** Deleting what has expired twice does no harm, so that no copy of the service need be chosen for it. */
    @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT9M")
    int forget() {
        return jdbc.sql("delete from spent_proof where expires_at < now() - interval '1 minute'")
                .update();
    }
}
