package cn.zhengqi.auth.account;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.PhoneChanged;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.Sensitive;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts, finds them, and changes what their owner may change. */
@Component
public class Accounts {

    private final AccountMapper accounts;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher inside;
    private final Clock clock;
    private final ProtectedColumn phones;

    Accounts(
            AccountMapper accounts,
            PasswordPolicy policy,
            Passwords passwords,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher inside,
            Clock clock,
            DataProtection protection) {
        this.accounts = accounts;
        this.policy = policy;
        this.passwords = passwords;
        this.outbox = outbox;
        this.audit = audit;
        this.inside = inside;
        this.clock = clock;
        this.phones = protection.column("account", "phone");
    }

    /** What goes on record of an account. */
    private record Shown(
            UserType userType,
            String displayName,
            @Sensitive(mask = Mask.PHONE) String phone) {

        static Shown of(Account it) {
            return new Shown(it.userType(), it.displayName(), it.phone());
        }
    }

    /**
     * Opens the account of somebody who asked for it.
     *
     * @throws ProblemException PHONE_TAKEN
     */
    @Transactional
    public void register(Account account) {
        if (!open(account)) {
            throw phoneTaken();
        }
        audit.by(account.id(), account.displayName())
                .changed(
                        AccountAction.ACCOUNT_REGISTERED, account.id(), account.displayName(), null, Shown.of(account));
    }

    /**
     * Stores a new account and tells of it.
     *
     * @return false when there is one with its id, phone or name; then nothing is changed
     */
    @Transactional
    public boolean open(Account account) {
        if (accounts.insert(account.withPhone(phones.seal(account.phone())), phones.index(account.phone())) == 0) {
            return false;
        }
        UserRegistered fact = new UserRegistered(
                account.id(),
                account.userType(),
                account.displayName(),
                account.channel(),
                account.registeredAt(),
                account.demo());
        outbox.publish(fact, account.version(), account.registeredAt());
        return true;
    }

    /** By phone number or user name. */
    public Optional<Account> findByName(String name) {
        return accounts.findByName(name, phones.index(name)).map(this::read);
    }

    /** @throws ProblemException PHONE_TAKEN */
    public void requireFree(String phone) {
        if (findByName(phone).isPresent()) {
            throw phoneTaken();
        }
    }

    public Optional<Account> find(UUID id) {
        return accounts.find(id).map(this::read);
    }

    public Account get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("账号不存在"));
    }

    @Transactional
    void rename(UUID id, String displayName) {
        Account before = get(id);
        Account after = before.renamed(displayName.strip());
        store(after);
        if (!after.displayName().equals(before.displayName())) {
            tellRenamed(id, after.displayName(), before.version() + 1);
        }
        audit.changed(AccountAction.ACCOUNT_RENAMED, id, after.displayName(), Shown.of(before), Shown.of(after));
    }

    /**
     * Others keep the name in copies.
     *
     * @param version of the account, which it has with this name
     */
    @Transactional
    public void tellRenamed(UUID id, String displayName, long version) {
        Instant now = clock.instant();
        outbox.publish(new AccountRenamed(id, displayName, now), version, now);
    }

    /**
     * Sets a new password and ends every other session of the account.
     *
     * @param accessToken of the session that goes on
     * @param signInId of the same
     * @throws ProblemException PASSWORD_WRONG, PASSWORD_WEAK, PASSWORD_UNCHANGED
     */
    @Transactional
    void changePassword(UUID id, String old, String fresh, String accessToken, @Nullable UUID signInId) {
        Account account = get(id);
        store(account.withNewPassword(old, fresh, policy, passwords));
        audit.changed(AccountAction.PASSWORD_CHANGED, id, account.displayName(), null, null);
        inside.publishEvent(new PasswordChanged(id, accessToken, signInId));
    }

    /**
     * Stores another phone, which its owner has proved.
     *
     * @throws ProblemException PHONE_TAKEN
     */
    @Transactional
    public void changePhone(Account before, String phone) {
        Instant now = clock.instant();
        try {
            int changed = accounts.changePhone(
                    before.id(), before.version(), phones.seal(phone), phones.index(phone), BusinessTime.at(now));
            if (changed == 0) {
                throw ProblemException.versionConflict();
            }
        } catch (DuplicateKeyException another) {
            throw phoneTaken();
        }
        audit.changed(
                AccountAction.PHONE_CHANGED,
                before.id(),
                before.displayName(),
                Shown.of(before),
                Shown.of(before.withPhone(phone)));
        outbox.publish(new PhoneChanged(before.id(), now), before.version() + 1, now);
    }

    private static ProblemException phoneTaken() {
        return new ProblemException(
                AuthProblem.PHONE_TAKEN,
                AuthProblem.PHONE_TAKEN.title(),
                List.of(new FieldProblem("phone", "PHONE_TAKEN", AuthProblem.PHONE_TAKEN.title())),
                Map.of());
    }

    /** Called with the right password: stores it again when it was encoded in an older way. */
    public void renewEncoding(Account account, String password) {
        if (passwords.isOutdated(account.passwordHash())) {
            accounts.update(account.withPasswordHash(passwords.hash(password), account.credentialVersion()));
        }
    }

    private Account read(Account stored) {
        return stored.withPhone(phones.open(stored.phone()));
    }

    private void store(Account account) {
        if (accounts.update(account) == 0) {
            throw ProblemException.versionConflict();
        }
    }
}
