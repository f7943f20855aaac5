package cn.zhengqi.auth.passkey;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.api.PasskeyChanged;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import com.webauthn4j.util.Base64UrlUtil;
import com.webauthn4j.util.UUIDUtil;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passkeys of accounts. Each demands that the device has verified its owner (fingerprint, face, PIN), so that one is two factors at once; the owner is
 * told of each that comes and goes.
 */
@Component
public class Passkeys {

    /** How long a browser may take over it. */
    public static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);

    static final int MOST = 10;

    private static final String REQUIRED = "required";

    private final JdbcClient jdbc;
    private final RelyingParty party;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, RelyingParty party, Outbox outbox, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.party = party;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A passkey, as its owner sees it.
     *
     * @param lastUsedAt absent: never
     * @param backedUp kept by the maker of the device in an account there, so that a lost device does not lose it
     */
    public record Passkey(
            UUID id,
            String name,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime lastUsedAt,
            boolean backedUp) {}

    /** Whether this platform takes any. */
    public boolean available() {
        return party.available();
    }

    public List<Passkey> of(UUID account) {
        return jdbc.sql(
                        "select id, name, created_at, last_used_at, backed_up from passkey where account_id = ? order by created_at, id")
                .param(account)
                .query((row, n) -> {
                    Timestamp used = row.getTimestamp("last_used_at");
                    return new Passkey(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            BusinessTime.at(row.getTimestamp("created_at").toInstant()),
                            used == null ? null : BusinessTime.at(used.toInstant()),
                            row.getBoolean("backed_up"));
                })
                .list();
    }

    public boolean has(UUID account) {
        return available()
                && jdbc.sql("select exists (select 1 from passkey where account_id = ?)")
                        .param(account)
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Begins to add one; whoever begins again makes the former challenge void.
     *
     * @throws ProblemException PASSKEYS_CLOSED, PASSKEY_LIMIT
     */
    @Transactional
    PasskeyOptions.CreationOptions begin(Account account) {
        refuseWhereClosed();
        refuseMore(account.id());
        byte[] challenge = party.challenge();
        jdbc.sql("""
                        insert into passkey_challenge (account_id, challenge, expires_at) values (?, ?, ?)
                        on conflict (account_id) do update set challenge = excluded.challenge, expires_at = excluded.expires_at""")
                .params(account.id(), challenge, Timestamp.from(clock.instant().plus(CHALLENGE_LIFE)))
                .update();
        String name = account.username() == null ? account.phone() : account.username();
        return new PasskeyOptions.CreationOptions(
                party.name(),
                new PasskeyOptions.UserName(
                        text(UUIDUtil.convertUUIDToBytes(account.id())), name, account.displayName()),
                text(challenge),
                RelyingParty.ALGORITHMS.stream()
                        .map(one -> new PasskeyOptions.Algorithm("public-key", one.getValue()))
                        .toList(),
                CHALLENGE_LIFE.toMillis(),
                descriptors(account.id()),
                new PasskeyOptions.Selection(REQUIRED, true, REQUIRED),
                "none");
    }

    /** @throws ProblemException PASSKEY_NOT_BEGUN, PASSKEY_REFUSED, PASSKEY_LIMIT, CONFLICT where it is there already */
    @Transactional
    Passkey add(
            Account account, String name, byte[] attestationObject, byte[] clientDataJson, List<String> transports) {
        refuseWhereClosed();
        byte[] challenge = jdbc.sql(
                        "delete from passkey_challenge where account_id = ? and expires_at > ? returning challenge")
                .params(account.id(), Timestamp.from(clock.instant()))
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new ProblemException(AuthProblem.PASSKEY_NOT_BEGUN));
        RelyingParty.Made made = party.made(challenge, attestationObject, clientDataJson)
                .orElseThrow(() -> new ProblemException(AuthProblem.PASSKEY_REFUSED));
        refuseMore(account.id());
        UUID id = Ids.next();
        Instant now = clock.instant();
        int added = jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, credential, sign_count, backup_eligible, backed_up, transports, name, created_at)
                        values (:id, :account, :credentialId, :credential, :count, :eligible, :backedUp, :transports, :name, :now)
                        on conflict (credential_id) do nothing""")
                .param("id", id)
                .param("account", account.id())
                .param("credentialId", made.credentialId())
                .param("credential", made.credential())
                .param("count", made.signCount())
                .param("eligible", made.backupEligible())
                .param("backedUp", made.backedUp())
                .param("transports", transports.toArray(String[]::new))
                .param("name", name.strip())
                .param("now", Timestamp.from(now))
                .update();
        if (added == 0) {
            throw new ProblemException(AuthProblem.PASSKEY_KNOWN);
        }
        audit.changed(AccountAction.PASSKEY_ADDED, account.id(), name.strip(), null, null);
        outbox.publish(new PasskeyChanged(account.id(), name.strip(), true, now), account.version(), now);
        return new Passkey(id, name.strip(), BusinessTime.at(now), null, made.backedUp());
    }

    /** @throws ProblemException NOT_FOUND also for one of another person */
    @Transactional
    void remove(Account account, UUID id) {
        String name = jdbc.sql("delete from passkey where id = ? and account_id = ? returning name")
                .params(id, account.id())
                .query(String.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("该通行密钥不存在"));
        Instant now = clock.instant();
        audit.changed(AccountAction.PASSKEY_REMOVED, account.id(), name, null, null);
        outbox.publish(new PasskeyChanged(account.id(), name, false, now), account.version(), now);
    }

    /**
     * For who has lost the device, or closes the account. Who may do it, and that it was done, is another's to say.
     *
     * @return how many there were
     */
    @Transactional
    public int removeAll(UUID account) {
        jdbc.sql("delete from passkey_challenge where account_id = ?")
                .param(account)
                .update();
        return jdbc.sql("delete from passkey where account_id = ?")
                .param(account)
                .update();
    }

    public byte[] challenge() {
        refuseWhereClosed();
        return party.challenge();
    }

    /** @param account whose passkeys will do; absent: the device offers those that it has */
    public PasskeyOptions.RequestOptions request(byte[] challenge, @Nullable UUID account) {
        return new PasskeyOptions.RequestOptions(
                text(challenge),
                party.id(),
                CHALLENGE_LIFE.toMillis(),
                account == null ? List.of() : descriptors(account),
                REQUIRED);
    }

    /** Whose passkey it claims to be. */
    public Optional<UUID> ownerOf(PasskeyOptions.Assertion assertion) {
        return find(assertion.id()).map(Stored::account);
    }

    /** Whether the assertion holds. Its counter is used up by it, also when it comes twice at once. */
    @Transactional
    public boolean accepts(PasskeyOptions.Assertion assertion, byte[] challenge) {
        return find(assertion.id())
                .filter(stored -> assertion.userHandle() == null
                        || Arrays.equals(assertion.userHandle(), UUIDUtil.convertUUIDToBytes(stored.account())))
                .flatMap(stored ->
                        party.asserted(challenge, stored.kept(), assertion).filter(said -> taken(stored, said)))
                .isPresent();
    }

    private boolean taken(Stored stored, RelyingParty.Asserted said) {
        return jdbc.sql("""
                                update passkey set sign_count = :count, backed_up = :backedUp, last_used_at = :now
                                where id = :id and (sign_count < :count or (sign_count = 0 and :count = 0))""")
                        .param("count", said.signCount())
                        .param("backedUp", said.backedUp())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", stored.id())
                        .update()
                == 1;
    }

    /** Deleting what is old twice does no harm, so that no copy of the service need be chosen for it. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    int forget() {
        return jdbc.sql("delete from passkey_challenge where expires_at < now()")
                .update();
    }

    private record Stored(UUID id, UUID account, RelyingParty.Kept kept) {

        static Stored read(ResultSet row, int number) throws SQLException {
            return new Stored(
                    row.getObject("id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    new RelyingParty.Kept(
                            row.getBytes("credential"),
                            row.getLong("sign_count"),
                            row.getBoolean("backup_eligible"),
                            row.getBoolean("backed_up")));
        }
    }

    private Optional<Stored> find(byte[] credentialId) {
        return jdbc.sql(
                        "select id, account_id, credential, sign_count, backup_eligible, backed_up from passkey where credential_id = ?")
                .param(credentialId)
                .query(Stored::read)
                .optional();
    }

    private List<PasskeyOptions.Descriptor> descriptors(UUID account) {
        return jdbc.sql("select credential_id, transports from passkey where account_id = ? order by created_at, id")
                .param(account)
                .query((row, n) -> new PasskeyOptions.Descriptor(
                        "public-key", text(row.getBytes("credential_id")), List.of((String[])
                                row.getArray("transports").getArray())))
                .list();
    }

    /** Two at once wait for each other at the account's row. */
    private void refuseMore(UUID account) {
        jdbc.sql("select id from account where id = ? for update")
                .param(account)
                .query(UUID.class)
                .single();
        int count = jdbc.sql("select count(*) from passkey where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
        if (count >= MOST) {
            throw new ProblemException(AuthProblem.PASSKEY_LIMIT);
        }
    }

    private void refuseWhereClosed() {
        if (!available()) {
            throw new ProblemException(AuthProblem.PASSKEYS_CLOSED);
        }
    }

    private static String text(byte[] bytes) {
        return Base64UrlUtil.encodeToString(bytes);
    }
}
