package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.auth.api.CredentialTakenAway;
import cn.zhengqi.auth.api.CredentialTakenAway.Credential;
import cn.zhengqi.auth.api.InternalAccounts.AccountChange;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.Asker;
import cn.zhengqi.auth.api.InternalAccounts.Disabled;
import cn.zhengqi.auth.api.InternalAccounts.Disabling;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.auth.api.InternalAccounts.PhoneOwner;
import cn.zhengqi.auth.credential.Credentials;
import cn.zhengqi.auth.passkey.Passkeys;
import cn.zhengqi.auth.phone.FormerPhones;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.session.SignOut;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.events.audit.ChangeRecorded.Actor;
import cn.zhengqi.events.audit.ChangeRecorded.ActorKind;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.Sensitive;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does to somebody else's account, and the record of it in the same transaction. Never knows a password: the owner sets it by a
 * {@link OneTimeLinks one-time link}, and until then nobody gets in.
 */
@Component
class ManagedAccounts {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Credentials credentials;
    private final OneTimeLinks links;
    private final FormerPhones formerPhones;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private final ProtectedColumn phones;

    ManagedAccounts(
            Accounts accounts,
            Passwords passwords,
            SecondFactors factors,
            Passkeys passkeys,
            Credentials credentials,
            OneTimeLinks links,
            FormerPhones formerPhones,
            JdbcClient jdbc,
            Outbox outbox,
            AuditTrail audit,
            Clock clock,
            DataProtection protection) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.credentials = credentials;
        this.links = links;
        this.formerPhones = formerPhones;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.phones = protection.column("account", "phone");
    }

    /** Of an account, what goes on record. */
    private record Shown(
            String displayName,
            @Nullable String username,
            @Sensitive(mask = Mask.PHONE) String phone) {

        static Shown of(Account it) {
            return new Shown(it.displayName(), it.username(), it.phone());
        }
    }

    /** From the primary: the account may have been opened a moment ago. */
    @Transactional
    PhoneOwner ownerOf(String phone) {
        return new PhoneOwner(jdbc.sql("select id from account where phone_index = ?")
                .param(phones.index(phone))
                .query(UUID.class)
                .optional()
                .orElse(null));
    }

    @Transactional
    AccountRecord record(UUID id) {
        Account account = accounts.get(id);
        return new AccountRecord(
                account.id(),
                account.userType(),
                account.username(),
                account.phone(),
                account.phoneVerified(),
                account.displayName(),
                account.enabled(),
                links.isOutFor(id),
                factors.isEnabled(id),
                account.registeredAt());
    }

    /**
     * Opens an account. Whoever did not hear the answer asks again with the same id: nobody has had the link, so it is the same account, with what is
     * said of it now, and a fresh link.
     *
     * @throws ProblemException PHONE_TAKEN, USERNAME_TAKEN; CONFLICT where the id is that of an account in use
     */
    @Transactional
    OneTimeLink open(UUID id, NewAccount fresh) {
        String username = fresh.username() == null || fresh.username().isBlank()
                ? null
                : fresh.username().strip().toLowerCase(Locale.ROOT);
        refuseTaken("phone", fresh.phone(), id, AuthProblem.PHONE_TAKEN);
        if (username != null) {
            refuseTaken("username", username, id, AuthProblem.USERNAME_TAKEN);
        }
        Optional<Account> begun = accounts.find(id);
        if (begun.isPresent()) {
            openAgain(begun.get(), fresh, username);
            recordOpened(id, fresh, Shown.of(begun.get()), username);
            return links.fresh(id, fresh.by().id());
        }
        Instant now = clock.instant();
        Account account = new Account(
                id,
                fresh.userType(),
                username,
                fresh.phone(),
                fresh.displayName().strip(),
                passwords.hashOfUnknown(),
                0,
                true,
                Channel.PC,
                now,
                now,
                false,
                0);
        if (!accounts.open(account)) {
            throw taken("phone", AuthProblem.PHONE_TAKEN);
        }
        recordOpened(id, fresh, null, username);
        return links.fresh(id, fresh.by().id());
    }

    private void recordOpened(UUID id, NewAccount fresh, @Nullable Shown before, @Nullable String username) {
        ManagedAction action = fresh.userType() == UserType.ENTERPRISE
                ? ManagedAction.ENTERPRISE_ACCOUNT_OPENED
                : ManagedAction.STAFF_ACCOUNT_OPENED;
        Shown after = new Shown(fresh.displayName().strip(), username, fresh.phone());
        by(fresh.by()).changed(action, id, after.displayName(), before, after);
    }

    private void openAgain(Account begun, NewAccount fresh, @Nullable String username) {
        if (!neverUsed(begun) || begun.userType() != fresh.userType()) {
            throw new ProblemException(CommonProblem.CONFLICT, "该账号已开通");
        }
        refuseClosed(begun.id());
        jdbc.sql("update account set username = :username where id = :id")
                .param("username", username)
                .param("id", begun.id())
                .update();
        store(begun, fresh.phone(), fresh.displayName().strip());
    }

    /**
     * Saying the same twice changes nothing. Whoever manages the account says whose phone it is.
     *
     * @throws ProblemException PHONE_TAKEN
     */
    @Transactional
    void change(UUID id, AccountChange change) {
        refuseClosed(id);
        refuseTaken("phone", change.phone(), id, AuthProblem.PHONE_TAKEN);
        Account before = accounts.get(id);
        String name = change.displayName().strip();
        if (store(before, change.phone(), name)) {
            ManagedAction action = before.userType() == UserType.ENTERPRISE
                    ? ManagedAction.ENTERPRISE_ACCOUNT_CHANGED
                    : ManagedAction.STAFF_ACCOUNT_CHANGED;
            Shown after = new Shown(name, before.username(), change.phone());
            by(change.by()).changed(action, id, name, Shown.of(before), after);
        }
    }

    /** @return whether it is another now */
    private boolean store(Account before, String phone, String name) {
        UUID id = before.id();
        try {
            Optional<Long> stored = jdbc.sql("""
                            update account set phone = :phone, phone_index = :index, display_name = :name, version = version + 1,
                              phone_verified_at = case when phone_index = :index then phone_verified_at else :now end
                            where id = :id and (phone_index <> :index or display_name <> :name) returning version""")
                    .param("phone", phones.seal(phone))
                    .param("index", phones.index(phone))
                    .param("name", name)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", id)
                    .query((row, n) -> row.getLong("version"))
                    .optional();
            stored.ifPresent(version -> {
                if (!name.equals(before.displayName())) {
                    accounts.tellRenamed(id, name, version);
                }
                if (!phone.equals(before.phone())) {
                    if (!neverUsed(before)) {
                        // Who has the phone has the account: a message inside it is read by whoever has the new one.
                        formerPhones.keep(id, version, before.phone(), phone);
                    }
                    tellTaken(id, Credential.PHONE, version);
                }
            });
            return stored.isPresent();
        } catch (DuplicateKeyException takenMeanwhile) {
            throw taken("phone", AuthProblem.PHONE_TAKEN);
        }
    }

    @Transactional
    OneTimeLink resetPassword(UUID id, Asker by) {
        accounts.get(id);
        refuseClosed(id);
        update("""
                update account set password_hash = :hash, credential_version = credential_version + 1, version = version + 1
                where id = :id""", id, Map.of("hash", passwords.hashOfUnknown()));
        // Nobody gets in before the owner has set a password, by no other way either.
        Account account = accounts.get(id);
        tellTaken(id, Credential.PASSWORD, account.version());
        credentials.takeAway(account, SignOut.BY_STAFF);
        by(by).changed(ManagedAction.PASSWORD_RESET, id, account.displayName(), null, null);
        return links.fresh(id, by.id());
    }

    /** Who has lost the phone, or the device with the passkey, sets up another at the next sign-in; whoever has it is out. */
    @Transactional
    void removeSecondFactor(UUID id, Asker by) {
        Account account = accounts.get(id);
        boolean enabled = factors.isEnabled(id);
        if (passkeys.removeAll(id) > 0 || enabled) {
            tellTaken(id, Credential.SECOND_FACTOR, account.version());
        }
        factors.remove(id);
        credentials.endSignIns(id, SignOut.BY_STAFF);
        by(by).changed(ManagedAction.SECOND_FACTOR_RESET, id, account.displayName(), null, null);
    }

    @Transactional
    void enable(UUID id, Asker by) {
        setEnabled(id, null, by);
    }

    @Transactional
    void disable(UUID id, Disabling disabling) {
        setEnabled(id, disabling.reason().strip(), disabling.by());
        credentials.endSignIns(id, SignOut.BY_STAFF);
    }

    /** From the primary: it may have been disabled a moment ago. */
    @Transactional
    Disabled disabled(UUID id) {
        return jdbc.sql("select disabled_reason, disabled_by_name, disabled_at from account where id = ?")
                .param(id)
                .query((row, n) -> {
                    Timestamp at = row.getTimestamp("disabled_at");
                    return new Disabled(
                            row.getString("disabled_reason"),
                            row.getString("disabled_by_name"),
                            at == null ? null : at.toInstant());
                })
                .optional()
                .orElseThrow(() -> ProblemException.notFound("账号不存在"));
    }

    private boolean neverUsed(Account account) {
        return account.credentialVersion() == 0 && links.isOutFor(account.id());
    }

    /** Of an account that is disabled, what goes on record. */
    private record Stopped(String reason) {}

    /** @param reason why it is disabled; null: it is enabled */
    private void setEnabled(UUID id, @Nullable String reason, Asker by) {
        String name = accounts.get(id).displayName();
        refuseClosed(id);
        boolean enabled = reason == null;
        Instant now = clock.instant();
        jdbc.sql("""
                        update account set enabled = :enabled, disabled_reason = :reason, disabled_by_name = :by, disabled_at = :at,
                          version = version + 1
                        where id = :id and enabled <> :enabled returning version""")
                .param("enabled", enabled)
                .param("reason", reason)
                .param("by", enabled ? null : by.name())
                .param("at", enabled ? null : Timestamp.from(now))
                .param("id", id)
                .query((row, n) -> row.getLong("version"))
                .optional()
                .ifPresent(version -> {
                    outbox.publish(new AccountStatusChanged(id, enabled, now), version);
                    by(by).changed(
                                    enabled ? ManagedAction.ACCOUNT_ENABLED : ManagedAction.ACCOUNT_DISABLED,
                                    id,
                                    name,
                                    null,
                                    reason == null ? null : new Stopped(reason));
                });
    }

    private AuditTrail by(Asker asker) {
        UserType type = asker.userType();
        Actor person = new Actor(
                ActorKind.PERSON,
                asker.id(),
                asker.name(),
                type == null ? null : type.name(),
                null,
                null,
                asker.institutionId(),
                asker.institutionName());
        return audit.by(person, asker.address(), asker.userAgent());
    }

    private void tellTaken(UUID id, Credential credential, long version) {
        outbox.publish(new CredentialTakenAway(id, credential, clock.instant()), version);
    }

    /** Its owner closed it for good: nobody brings it back. */
    private void refuseClosed(UUID id) {
        boolean closed = jdbc.sql("select closed_at is not null from account where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
        if (closed) {
            throw new ProblemException(CommonProblem.CONFLICT, "该账号已由本人注销");
        }
    }

    private void update(String sql, UUID id, Map<String, Object> values) {
        if (jdbc.sql(sql).params(values).param("id", id).update() == 0) {
            throw ProblemException.notFound("账号不存在");
        }
    }

    /** @param except the account whose own it may be */
    private void refuseTaken(String field, String value, @Nullable UUID except, AuthProblem problem) {
        accounts.findByName(value).filter(other -> !other.id().equals(except)).ifPresent(other -> {
            throw taken(field, problem);
        });
    }

    private static ProblemException taken(String field, AuthProblem problem) {
        return new ProblemException(
                problem, words(problem), List.of(new FieldProblem(field, problem.name(), words(problem))), Map.of());
    }

    /** For who manages accounts: the words for whoever registers tell them to sign in with it. Whose it is, they say neither. */
    private static String words(AuthProblem problem) {
        return problem == AuthProblem.PHONE_TAKEN ? "该手机号已用于其他账号，请核对或换一个手机号" : problem.title();
    }
}
