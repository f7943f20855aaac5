package cn.zhengqi.auth.secondfactor;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.KeyedHash;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.account.InstitutionPeople;
import cn.zhengqi.data.Sealer;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** The second factors of accounts: set up, asked, replaced and taken away. */
@Component
public class SecondFactors {

    static final int RECOVERY_CODES = 10;

    /** Without 0, 1, I and O, which are taken for each other. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int RECOVERY_CODE_LENGTH = 10;

    private final JdbcClient jdbc;
    private final SecondFactorPolicy policy;
    private final InstitutionPeople people;
    private final AuditTrail audit;
    private final Clock clock;
    private final Sealer sealer;
    private final KeyedHash hashes;
    private final String issuer;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient jdbc,
            SecondFactorPolicy policy,
            InstitutionPeople people,
            AuditTrail audit,
            Clock clock,
            @Value("${zhengqi.authorization.key-secret}") String secret,
            @Value("${zhengqi.sign-in.second-factor.issuer:${zhengqi.district.short-name:政企服务平台}}") String issuer) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.sealer = Sealer.of(secret.getBytes(StandardCharsets.UTF_8), "second factors");
        this.hashes = KeyedHash.under(secret, "recovery codes");
        this.issuer = issuer;
    }

    /**
     * How it stands with an account.
     *
     * @param since when it was turned on
     * @param recoveryCodesLeft that were not used yet
     * @param required it cannot be turned off
     * @param demonstration it would be required were this not an account of the demonstration
     */
    public record SecondFactorState(
            boolean enabled,
            @Nullable OffsetDateTime since,
            int recoveryCodesLeft,
            boolean required,
            boolean demonstration) {}

    /**
     * What an authenticator app needs.
     *
     * @param secret to be typed
     * @param uri to be scanned
     */
    public record Enrolment(String secret, String uri) {}

    /** Shown once. */
    public record RecoveryCodes(List<String> recoveryCodes) {}

    private record Stored(byte[] secret, @Nullable Instant confirmedAt) {}

    public NextStep stepFor(Account account) {
        if (isEnabled(account.id())) {
            return NextStep.SECOND_FACTOR;
        }
        return requires(account) ? NextStep.ENROLMENT : NextStep.DONE;
    }

    public boolean isEnabled(UUID account) {
        return find(account).filter(stored -> stored.confirmedAt() != null).isPresent();
    }

    SecondFactorState state(Account account) {
        Instant since = find(account.id()).map(Stored::confirmedAt).orElse(null);
        int left = jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
                .param(account.id())
                .query(Integer.class)
                .single();
        return new SecondFactorState(
                since != null,
                since == null ? null : BusinessTime.at(since),
                since == null ? 0 : left,
                requires(account),
                policy.isExempt(account) && people.include(account));
    }

    /**
     * Begins to set it up; nothing is asked for before a code has proved that the app has the secret.
     *
     * @throws ProblemException SECOND_FACTOR_ENABLED
     */
    @Transactional
    public Enrolment begin(Account account) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        int begun = jdbc.sql("""
                        insert into second_factor as f (account_id, secret, created_at) values (?, ?, ?)
                        on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at
                        where f.confirmed_at is null""")
                .params(account.id(), sealer.seal(secret, account.id().toString()), Timestamp.from(clock.instant()))
                .update();
        if (begun == 0) {
            throw new ProblemException(AuthProblem.SECOND_FACTOR_ENABLED);
        }
        String typed = new Base32().encodeToString(secret);
        return new Enrolment(typed, uri(account, typed));
    }

    /**
     * Turns it on.
     *
     * @throws ProblemException SECOND_FACTOR_WRONG, SECOND_FACTOR_NOT_BEGUN
     */
    @Transactional
    public RecoveryCodes confirm(Account account, String code) {
        lock(account.id());
        Stored begun = find(account.id())
                .filter(stored -> stored.confirmedAt() == null)
                .orElseThrow(() -> new ProblemException(AuthProblem.SECOND_FACTOR_NOT_BEGUN));
        Instant now = clock.instant();
        OptionalLong step = totp(account.id(), begun).stepOf(code.strip(), now);
        if (step.isEmpty()) {
            throw wrongCode(AuthProblem.SECOND_FACTOR_WRONG.title(), Map.of());
        }
        jdbc.sql("update second_factor set confirmed_at = ?, last_step = ? where account_id = ?")
                .params(Timestamp.from(now), step.getAsLong(), account.id())
                .update();
        audit.by(account.id(), account.displayName())
                .changed(AccountAction.SECOND_FACTOR_ENABLED, account.id(), account.displayName(), null, null);
        return freshCodes(account.id());
    }

    /** The answer stands at the field into which the code was typed. */
    static ProblemException wrongCode(String words, Map<String, Object> extras) {
        return new ProblemException(
                AuthProblem.SECOND_FACTOR_WRONG,
                words,
                List.of(new FieldProblem("code", AuthProblem.SECOND_FACTOR_WRONG.name(), words)),
                extras);
    }

    /** Whether this is a code of now, or a recovery code, that was not used before. It is used up by it, also when it comes twice at once. */
    public boolean accepts(Account account, String typed) {
        String code = plain(typed);
        return isOfApp(code) ? acceptsByTime(account.id(), code) : acceptsRecovery(account.id(), code);
    }

    /** In words of the kind of code that was typed: one of the app, or a recovery code. */
    public static String refusalOf(String typed) {
        return isOfApp(plain(typed)) ? AuthProblem.SECOND_FACTOR_WRONG.title() : "恢复码不正确或已使用";
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isOfApp(String code) {
        return code.length() == Totp.DIGITS;
    }

    /** The old ones are void. */
    @Transactional
    RecoveryCodes renewCodes(Account account) {
        lock(account.id());
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(account.id())
                .update();
        audit.changed(AccountAction.RECOVERY_CODES_RENEWED, account.id(), account.displayName(), null, null);
        return freshCodes(account.id());
    }

    /** @throws ProblemException SECOND_FACTOR_REQUIRED */
    @Transactional
    void turnOff(Account account) {
        if (requires(account)) {
            throw new ProblemException(AuthProblem.SECOND_FACTOR_REQUIRED);
        }
        remove(account.id());
        audit.changed(AccountAction.SECOND_FACTOR_REMOVED, account.id(), account.displayName(), null, null);
    }

    /** For who has lost the phone and the recovery codes. Who may do it, and that it was done, is another's to say. */
    @Transactional
    public void remove(UUID account) {
        jdbc.sql("delete from second_factor where account_id = ?")
                .param(account)
                .update();
    }

    private boolean requires(Account account) {
        return policy.requires(account, people.include(account));
    }

    private boolean acceptsByTime(UUID account, String code) {
        return find(account)
                .filter(stored -> stored.confirmedAt() != null)
                .map(stored -> totp(account, stored).stepOf(code, clock.instant()))
                .filter(OptionalLong::isPresent)
                .map(step -> jdbc.sql(
                                "update second_factor set last_step = :step where account_id = :id and last_step < :step")
                        .param("step", step.getAsLong())
                        .param("id", account)
                        .update())
                .filter(taken -> taken == 1)
                .isPresent();
    }

    private boolean acceptsRecovery(UUID account, String code) {
        return jdbc.sql("""
                                update recovery_code set used_at = ? where account_id = ? and code_hash = ? and used_at is null
                                  and exists (select 1 from second_factor f where f.account_id = recovery_code.account_id
                                    and f.confirmed_at is not null)""")
                        .params(Timestamp.from(clock.instant()), account, hashes.of(account, code))
                        .update()
                == 1;
    }

    private RecoveryCodes freshCodes(UUID account) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            StringBuilder code = new StringBuilder();
            random.ints(RECOVERY_CODE_LENGTH, 0, ALPHABET.length()).forEach(at -> code.append(ALPHABET.charAt(at)));
            jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)")
                    .params(account, hashes.of(account, code.toString()))
                    .update();
            shown.add(code.insert(RECOVERY_CODE_LENGTH / 2, '-').toString());
        }
        return new RecoveryCodes(shown);
    }

    private Optional<Stored> find(UUID account) {
        return jdbc.sql("select secret, confirmed_at from second_factor where account_id = ?")
                .param(account)
                .query((row, n) -> {
                    Timestamp confirmed = row.getTimestamp("confirmed_at");
                    return new Stored(row.getBytes("secret"), confirmed == null ? null : confirmed.toInstant());
                })
                .optional();
    }

    /** Until the commit: whoever turns it on, begins it anew or renews its codes at the same moment comes after. */
    private void lock(UUID account) {
        jdbc.sql("select 1 from second_factor where account_id = ? for update")
                .param(account)
                .query(Integer.class)
                .optional();
    }

    private Totp totp(UUID account, Stored stored) {
        return new Totp(sealer.open(stored.secret(), account.toString()));
    }

    private String uri(Account account, String secret) {
        String name = account.username() == null ? account.phone() : account.username();
        return UriComponentsBuilder.fromUriString("otpauth://totp/{issuer}:{name}")
                .queryParam("secret", "{secret}")
                .queryParam("issuer", "{issuer}")
                .encode()
                .buildAndExpand(issuer, name, secret, issuer)
                .toUriString();
    }
}
