package cn.zhengqi.auth.account;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts, finds them, and changes what their owner may change. */
@Component
public class Accounts {

    private final AccountMapper accounts;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Outbox outbox;
    private final ApplicationEventPublisher inside;
    private final Clock clock;

    Accounts(
            AccountMapper accounts,
            PasswordPolicy policy,
            Passwords passwords,
            Outbox outbox,
            ApplicationEventPublisher inside,
            Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.passwords = passwords;
        this.outbox = outbox;
        this.inside = inside;
        this.clock = clock;
    }

    /** @throws ProblemException USER_TYPE_CLOSED, PASSWORD_WEAK, PHONE_TAKEN */
    @Transactional
    UUID register(Registration registration) {
        if (!registration.userType().mayRegister()) {
            throw new ProblemException(AuthProblem.USER_TYPE_CLOSED);
        }
        policy.check("password", registration.password(), registration.phone(), null);
        Account account = Account.opened(
                Ids.next(),
                registration.userType(),
                registration.phone(),
                registration.displayName().strip(),
                passwords.hash(registration.password()),
                registration.channel(),
                clock.instant());
        if (!open(account)) {
            throw new ProblemException(
                    AuthProblem.PHONE_TAKEN,
                    AuthProblem.PHONE_TAKEN.title(),
                    List.of(new FieldProblem("phone", "PHONE_TAKEN", AuthProblem.PHONE_TAKEN.title())),
                    Map.of());
        }
        return account.id();
    }

    /**
     * Stores a new account and tells of it.
     *
     * @return false when there is one with its id, phone or name; then nothing is changed
     */
    @Transactional
    public boolean open(Account account) {
        if (accounts.insert(account) == 0) {
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
        return accounts.findByName(name);
    }

    public Optional<Account> find(UUID id) {
        return accounts.find(id);
    }

    public Account get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("账号不存在"));
    }

    @Transactional
    void rename(UUID id, String displayName) {
        store(get(id).renamed(displayName.strip()));
    }

    /**
     * Sets a new password and ends every other session of the account.
     *
     * @param accessToken of the session that goes on
     * @throws ProblemException PASSWORD_WRONG, PASSWORD_WEAK
     */
    @Transactional
    void changePassword(UUID id, String old, String fresh, String accessToken) {
        store(get(id).withNewPassword(old, fresh, policy, passwords));
        inside.publishEvent(new PasswordChanged(id, accessToken));
    }

    /** Called with the right password: stores it again when it was encoded in an older way. */
    public void renewEncoding(Account account, String password) {
        if (passwords.isOutdated(account.passwordHash())) {
            accounts.update(account.withPasswordHash(passwords.hash(password), account.credentialVersion()));
        }
    }

    long count() {
        return accounts.count();
    }

    private void store(Account account) {
        if (accounts.update(account) == 0) {
            throw ProblemException.versionConflict();
        }
    }
}
