package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordPolicy;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.api.PasswordResetByPhone;
import cn.zhengqi.auth.credential.Credentials;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.session.SignOut;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of an account does who sets a password without the old one: by a link, or by the phone. Everyone who was signed in is out. */
@Component
class NewPasswords {

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Credentials credentials;
    private final OneTimeLinks links;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    NewPasswords(
            Accounts accounts,
            PasswordPolicy policy,
            Passwords passwords,
            SecondFactors factors,
            Credentials credentials,
            OneTimeLinks links,
            JdbcClient jdbc,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.passwords = passwords;
        this.factors = factors;
        this.credentials = credentials;
        this.links = links;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * By a link, which is used up by it.
     *
     * @throws ProblemException PASSWORD_LINK_INVALID, PASSWORD_WEAK, PASSWORD_UNCHANGED
     */
    @Transactional
    void setByLink(String token, String password) {
        UUID id = links.useUp(token).orElseThrow(() -> new ProblemException(AuthProblem.PASSWORD_LINK_INVALID));
        replace(accounts.get(id), password);
    }

    /**
     * By the phone, which the owner is told: somebody else may have it. Where nobody has shown before that the account is theirs, nothing of what was set up with
     * it stays: the second factor may be that of who planted it.
     *
     * @param proof uses up what shows that the phone is in hand; a password that is not taken leaves it as it was
     * @return false where the proof is none
     * @throws ProblemException PASSWORD_WEAK, PASSWORD_UNCHANGED
     */
    @Transactional
    boolean setByPhone(Account account, String password, BooleanSupplier proof) {
        if (!proof.getAsBoolean()) {
            return false;
        }
        if (!account.phoneVerified()) {
            factors.remove(account.id());
            jdbc.sql("update account set phone_verified_at = ? where id = ?")
                    .params(Timestamp.from(clock.instant()), account.id())
                    .update();
        }
        replace(account, password);
        Instant now = clock.instant();
        outbox.publish(new PasswordResetByPhone(account.id(), now), account.version() + 1, now);
        return true;
    }

    private void replace(Account account, String password) {
        UUID id = account.id();
        policy.check("newPassword", password, account.phone(), account.username());
        account.refuseUnchanged(password, passwords);
        jdbc.sql("""
                        update account set password_hash = ?, credential_version = credential_version + 1, version = version + 1
                        where id = ?""").params(passwords.hash(password), id).update();
        audit.by(id, account.displayName())
                .changed(AccountAction.PASSWORD_CHANGED, id, account.displayName(), null, null);
        credentials.takeAway(accounts.get(id), SignOut.BY_CHANGE);
    }
}
