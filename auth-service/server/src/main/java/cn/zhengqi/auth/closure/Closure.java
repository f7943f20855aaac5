package cn.zhengqi.auth.closure;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.AccountAction;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.auth.credential.Credentials;
import cn.zhengqi.auth.phone.FormerPhones;
import cn.zhengqi.auth.secondfactor.FreshProof;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.session.SignOut;
import cn.zhengqi.auth.sms.SmsCodes;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.InternalPrincipals.SoleAdministration;
import cn.zhengqi.user.api.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes the account of who asks for it. Nothing that says whose it was stays in it; the log of sign-ins and the record of changes stay, which the law wants
 * kept, and so does what was handed in for an enterprise, which is the enterprise's. Others are asked outside of any transaction; while one of them does not
 * answer nothing is closed.
 */
@Component
class Closure {

    private final Accounts accounts;
    private final FreshProof proof;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Credentials credentials;
    private final SmsCodes codes;
    private final FormerPhones formerPhones;
    private final InternalPrincipals principals;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ProtectedColumn phones;

    Closure(
            Accounts accounts,
            FreshProof proof,
            Passwords passwords,
            SecondFactors factors,
            Credentials credentials,
            SmsCodes codes,
            FormerPhones formerPhones,
            InternalPrincipals principals,
            JdbcClient jdbc,
            Outbox outbox,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock,
            DataProtection protection) {
        this.accounts = accounts;
        this.proof = proof;
        this.passwords = passwords;
        this.factors = factors;
        this.credentials = credentials;
        this.codes = codes;
        this.formerPhones = formerPhones;
        this.principals = principals;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.phones = protection.column("account", "phone");
    }

    /**
     * @param code of the second factor, where it is on
     * @throws ProblemException PASSWORD_WRONG, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, CLOSURE_BY_STAFF, CLOSURE_ONLY_ADMIN, CLOSURE_DEMO
     */
    void close(UUID id, String password, @Nullable String code) {
        Account account = accounts.get(id);
        proof.require(account, password, code);
        refuseStaff(account);
        refuseOnlyAdmin(id);
        String unknown = passwords.hashOfUnknown();
        transaction.executeWithoutResult(status -> empty(account, unknown));
    }

    private void empty(Account account, String passwordHash) {
        UUID id = account.id();
        Instant now = clock.instant();
        long version = jdbc.sql("""
                        update account set phone = :phone, phone_index = :phoneIndex, username = null, display_name = :nobody, password_hash = :hash,
                          credential_version = credential_version + 1, enabled = false, closed_at = :now, phone_verified_at = null,
                          disabled_reason = null, disabled_by_name = null, disabled_at = null,
                          version = version + 1
                        where id = :id and closed_at is null returning version""")
                .param("phone", phones.seal("closed:" + id))
                .param("phoneIndex", phones.index("closed:" + id))
                .param("nobody", AccountClosed.NOBODY)
                .param("hash", passwordHash)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("账号不存在"));
        // The keys are their owner's and stay; who applied for them is named no more.
        jdbc.sql("update openapi_key set applicant_name = ? where applicant_id = ?")
                .params(AccountClosed.NOBODY, id)
                .update();
        factors.remove(id);
        // First, so that nobody is told that WeChat is unbound who has no account to be told in.
        jdbc.sql("delete from wechat_binding where account_id = ?").param(id).update();
        credentials.takeAway(accounts.get(id), SignOut.BY_CLOSING);
        codes.forget(id, account.phone());
        formerPhones.forget(id);
        jdbc.sql("delete from app_consent where account_id = ?").param(id).update();
        jdbc.sql("delete from signed_in_session where account_id = ?").param(id).update();
        audit.changed(AccountAction.ACCOUNT_CLOSED, id, AccountClosed.NOBODY, null, null);
        outbox.forget(id, AccountClosed.NOBODY);
        accounts.tellRenamed(id, AccountClosed.NOBODY, version);
        outbox.publish(new AccountStatusChanged(id, false, now), version, now);
        outbox.publish(new AccountClosed(id, now), version, now);
    }

    /** Who works for an institution has the account from it, and it answers for what was done with it. */
    private void refuseStaff(Account account) {
        if (account.demo()) {
            throw new ProblemException(AuthProblem.CLOSURE_DEMO);
        }
        Principal principal = principals.principal(account.id(), account.userType(), null);
        if (account.userType().isStaff() || principal.institutionId() != null) {
            throw new ProblemException(AuthProblem.CLOSURE_BY_STAFF);
        }
    }

    /** Nobody else could show its code, hand it over or give it up: the enterprise would be locked out. */
    private void refuseOnlyAdmin(UUID id) {
        List<String> held = principals.soleAdministrations(id).stream()
                .map(SoleAdministration::enterpriseName)
                .toList();
        if (!held.isEmpty()) {
            throw new ProblemException(
                    AuthProblem.CLOSURE_ONLY_ADMIN,
                    "您是 " + String.join("、", held) + " 唯一的管理员，注销后企业将无人管理。请先在“成员管理”中移交管理员，或在“企业信息”中解绑企业，再注销账号",
                    Map.of("enterprises", held));
        }
    }
}
