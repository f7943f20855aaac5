package cn.zhengqi.auth.phone;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordProof;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.session.SignOut;
import cn.zhengqi.auth.sms.SmsCodes;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an account another phone: its owner proves the account by the password or a code to the old phone, and the new phone by a code to it. What is judged is judged
 * outside of the transaction, which would take the counts of wrong codes back.
 */
@Component
class PhoneChanges {

    private final Accounts accounts;
    private final PasswordProof proof;
    private final SmsCodes codes;
    private final FormerPhones formerPhones;
    private final Attempts attempts;
    private final SignIns signIns;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean demonstration;

    PhoneChanges(
            Accounts accounts,
            PasswordProof proof,
            SmsCodes codes,
            FormerPhones formerPhones,
            Attempts attempts,
            SignIns signIns,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${zhengqi.demo.enabled:false}") boolean demonstration) {
        this.accounts = accounts;
        this.proof = proof;
        this.codes = codes;
        this.formerPhones = formerPhones;
        this.attempts = attempts;
        this.signIns = signIns;
        this.transaction = transaction;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /**
     * That the phone is another's is said last, when it has been shown that it is in hand (ADR 0013).
     *
     * @param signIn that goes on; all others end
     * @throws ProblemException PASSWORD_WRONG, SMS_CODE_WRONG, PHONE_UNCHANGED, PHONE_TAKEN, PHONE_DEMO, ACCOUNT_LOCKED
     */
    void change(
            Account account,
            @Nullable String password,
            @Nullable String oldCode,
            String phone,
            String code,
            @Nullable UUID signIn) {
        if (account.demo() && demonstration) {
            throw new ProblemException(AuthProblem.PHONE_DEMO);
        }
        if (phone.equals(account.phone())) {
            throw onField(AuthProblem.PHONE_UNCHANGED, "phone", Map.of());
        }
        if (oldCode == null) {
            proof.require(account, password == null ? "" : password, "password");
        } else {
            requireCode(account, account.phone(), oldCode, "oldCode");
        }
        requireCode(account, phone, code, "code");
        transaction.executeWithoutResult(status -> {
            accounts.changePhone(account, phone);
            signIns.end(account.id(), signIn, SignOut.BY_CHANGE);
            formerPhones.keep(account.id(), account.version() + 1, account.phone(), phone);
        });
    }

    private void requireCode(Account account, String phone, String code, String field) {
        String subject = Attempts.subjectOf(account.id());
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            throw attempt.locked(now);
        }
        if (!codes.accepts(phone, Purpose.PHONE_CHANGE, code)) {
            if (attempt.remaining() == 0) {
                throw attempt.locked(now);
            }
            throw onField(AuthProblem.SMS_CODE_WRONG, field, Map.of("remainingAttempts", attempt.remaining()));
        }
        attempts.giveBack(subject);
    }

    private static ProblemException onField(AuthProblem problem, String field, Map<String, Object> more) {
        return new ProblemException(
                problem, problem.title(), List.of(new FieldProblem(field, problem.name(), problem.title())), more);
    }
}
