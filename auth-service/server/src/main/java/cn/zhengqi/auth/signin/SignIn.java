package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.InstitutionPeople;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.auth.guess.Proof;
import cn.zhengqi.auth.guess.ProofOfWork;
import cn.zhengqi.auth.passkey.PasskeyOptions.Assertion;
import cn.zhengqi.auth.passkey.Passkeys;
import cn.zhengqi.auth.secondfactor.Enrolments;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.sms.SmsCodes;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Judges a name and a password, then a code of the second factor, and writes down how it ended. */
@Component
class SignIn {

    /** In the place of what was typed: nothing was. */
    static final String BY_WECHAT = "微信";

    private static final int NAME_LENGTH = 64;
    private static final int AGENT_LENGTH = 300;

    private final Accounts accounts;
    private final Attempts attempts;
    private final ProofOfWork work;
    private final SecondFactors factors;
    private final Enrolments enrolments;
    private final Passkeys passkeys;
    private final SmsCodes codes;
    private final SignInHistory history;
    private final InternalPrincipals principals;
    private final InstitutionPeople people;
    private final Passwords passwords;
    private final Clock clock;

    /** Checked when nobody has the name, so that the answer takes as long. */
    private final String nobodysHash;

    SignIn(
            Accounts accounts,
            Attempts attempts,
            ProofOfWork work,
            SecondFactors factors,
            Enrolments enrolments,
            Passkeys passkeys,
            SmsCodes codes,
            SignInHistory history,
            InternalPrincipals principals,
            InstitutionPeople people,
            Passwords passwords,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.work = work;
        this.factors = factors;
        this.enrolments = enrolments;
        this.passkeys = passkeys;
        this.codes = codes;
        this.history = history;
        this.principals = principals;
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = passwords.hashOfUnknown();
    }

    /** From where an attempt is made. */
    record Origin(String address, String userAgent) {

        Origin {
            address = shortened(address, NAME_LENGTH);
            userAgent = shortened(userAgent, AGENT_LENGTH);
        }

        static Origin of(HttpServletRequest request) {
            String agent = request.getHeader(HttpHeaders.USER_AGENT);
            return new Origin(request.getRemoteAddr(), agent == null ? "" : agent);
        }
    }

    /**
     * By what somebody signs in, as the log has it.
     *
     * @param name as it was typed, or what stands in its place
     * @param way absent where an older copy of this service did not remember it
     */
    record By(String name, @Nullable SignInWay way) {

        static final By WECHAT = new By(BY_WECHAT, SignInWay.WECHAT);

        static By password(String name) {
            return new By(name, SignInWay.PASSWORD);
        }

        static By sms(String phone) {
            return new By(phone, SignInWay.SMS_CODE);
        }

        /** Who came in without typing a name. */
        static By passkey(Account account) {
            return new By(nameOf(account), SignInWay.PASSKEY);
        }

        static By provider(Account account) {
            return new By(nameOf(account), SignInWay.PROVIDER);
        }
    }

    /** As it is looked for and written down, whatever capitals it was typed with. */
    static String nameOf(String typedName) {
        return typedName.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The first factor, by password. Whoever has it right is not in yet: {@link #entered} or {@link #asked} follows.
     *
     * @throws ProblemException PROOF_REQUIRED, BAD_CREDENTIALS, ACCOUNT_LOCKED, ACCOUNT_DISABLED, or SERVICE_UNAVAILABLE while it cannot be
     *     found out what the account may do
     */
    Account judge(String name, String password, @Nullable Proof proof, Origin origin) {
        Optional<Account> found = accounts.findByName(name);
        String hash = found.map(Account::passwordHash).orElse(nobodysHash);
        Account account = judgeFirst(
                By.password(name),
                found,
                proof,
                origin,
                SignInResult.BAD_CREDENTIALS,
                AuthProblem.BAD_CREDENTIALS,
                () -> passwords.matches(password, hash));
        accounts.renewEncoding(account, password);
        return account;
    }

    /**
     * The first factor, by a code that was sent to the phone. Into an account that somebody opened before phones had to be proved it leads nobody:
     * who opened it may still know its password, so the owner of the phone sets a new one first.
     *
     * @throws ProblemException PROOF_REQUIRED, SMS_CODE_WRONG, PHONE_UNVERIFIED, ACCOUNT_LOCKED, ACCOUNT_DISABLED, SERVICE_UNAVAILABLE
     */
    Account judgeSms(String phone, String code, @Nullable Proof proof, Origin origin) {
        Account account = judgeFirst(
                By.sms(phone),
                accounts.findByName(phone),
                proof,
                origin,
                SignInResult.BAD_SMS_CODE,
                AuthProblem.SMS_CODE_WRONG,
                () -> codes.accepts(phone, Purpose.SIGN_IN, code));
        if (!account.phoneVerified()) {
            write(clock.instant(), By.sms(phone), account, origin, SignInResult.PHONE_UNVERIFIED);
            throw new ProblemException(AuthProblem.PHONE_UNVERIFIED);
        }
        return account;
    }

    /**
     * The first factor, by WeChat, which has said who it is. Nobody guesses there, so nothing is counted, and a lock of the password keeps nobody out.
     *
     * @throws ProblemException ACCOUNT_DISABLED, SERVICE_UNAVAILABLE
     */
    void judgeWeChat(Account account, Origin origin) {
        admit(account, By.WECHAT, clock.instant(), origin);
    }

    private Account judgeFirst(
            By by,
            Optional<Account> found,
            @Nullable Proof proof,
            Origin origin,
            SignInResult wrong,
            AuthProblem problem,
            BooleanSupplier right) {
        String subject = found.map(account -> Attempts.subjectOf(account.id()))
                .orElseGet(() -> attempts.subjectOfName(by.name()));
        work.require(subject, by.name(), origin.address(), proof);
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            write(now, by, found.orElse(null), origin, SignInResult.LOCKED);
            throw attempt.locked(now);
        }
        // Judged first, so that the answer takes as long when nobody has the name.
        if (!right.getAsBoolean() || found.isEmpty()) {
            write(now, by, found.orElse(null), origin, wrong);
            throw attempt.failed(problem, now);
        }
        Account account = found.get();
        attempts.giveBack(subject);
        admit(account, by, now, origin);
        return account;
    }

    /** By whatever they came: nobody who is disabled, and nobody while it cannot be found out what they may do. */
    private void admit(Account account, By by, Instant now, Origin origin) {
        if (!account.enabled()) {
            write(now, by, account, origin, SignInResult.DISABLED);
            throw account.userType().isStaff()
                    ? new ProblemException(AuthProblem.ACCOUNT_DISABLED, "账号已停用，请联系本单位的平台管理员")
                    : new ProblemException(AuthProblem.ACCOUNT_DISABLED);
        }
        askWhatTheyMayDo(account, now, by, origin);
    }

    /** All that is asked for was right. */
    void entered(Account account, By by, Origin origin) {
        attempts.clear(Attempts.subjectOf(account.id()));
        write(clock.instant(), by, account, origin, SignInResult.SUCCESS);
    }

    /** The second factor is still to come: failures that were counted before still count. */
    void asked(Account account, By by, Origin origin) {
        write(clock.instant(), by, account, origin, SignInResult.SECOND_FACTOR_ASKED);
    }

    /**
     * The second factor.
     *
     * @throws ProblemException SECOND_FACTOR_WRONG, ACCOUNT_LOCKED
     */
    void judgeSecond(Account account, By by, String code, Origin origin) {
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(Attempts.subjectOf(account.id()), now);
        if (attempt.refused()) {
            write(now, by, account, origin, SignInResult.LOCKED);
            throw attempt.locked(now);
        }
        if (!factors.accepts(account, code)) {
            write(now, by, account, origin, SignInResult.BAD_CODE);
            throw attempt.failed(AuthProblem.SECOND_FACTOR_WRONG, SecondFactors.refusalOf(code), now);
        }
    }

    /**
     * The second factor, where the sign-in is the first one that asks for it.
     *
     * @throws ProblemException SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, SECOND_FACTOR_NOT_BEGUN
     */
    List<String> judgeEnrolment(Account account, By by, String code, Origin origin) {
        try {
            return enrolments.confirm(account, code).recoveryCodes();
        } catch (ProblemException refused) {
            if (refused.code() == AuthProblem.SECOND_FACTOR_WRONG) {
                write(clock.instant(), by, account, origin, SignInResult.BAD_CODE);
            } else if (refused.code() == AuthProblem.ACCOUNT_LOCKED) {
                write(clock.instant(), by, account, origin, SignInResult.LOCKED);
            }
            throw refused;
        }
    }

    /**
     * By a passkey, which is both factors in one. Nobody guesses a signature, so that wrong ones lock nobody out.
     *
     * @param asked whose it must be; absent: whoever has it
     * @throws ProblemException PASSKEY_REFUSED, ACCOUNT_DISABLED, SERVICE_UNAVAILABLE
     */
    Account judgePasskey(Assertion assertion, byte[] challenge, @Nullable UUID asked, Origin origin) {
        Instant now = clock.instant();
        Optional<Account> owner = passkeys.ownerOf(assertion)
                .filter(id -> asked == null || asked.equals(id))
                .flatMap(accounts::find);
        if (owner.isEmpty() || !passkeys.accepts(assertion, challenge)) {
            By by = owner.map(By::passkey).orElse(new By("", SignInWay.PASSKEY));
            write(now, by, owner.orElse(null), origin, SignInResult.BAD_PASSKEY);
            throw new ProblemException(AuthProblem.PASSKEY_REFUSED);
        }
        Account account = owner.get();
        admit(account, By.passkey(account), now, origin);
        return account;
    }

    /**
     * By an outside identity provider, which has proved who it is.
     *
     * @throws ProblemException ACCOUNT_DISABLED, SERVICE_UNAVAILABLE
     */
    void judgeProvided(Account account, Origin origin) {
        admit(account, By.provider(account), clock.instant(), origin);
    }

    void providerFailed(Origin origin) {
        write(clock.instant(), new By("", SignInWay.PROVIDER), null, origin, SignInResult.PROVIDER_FAILED);
    }

    /** As the log has who came in without typing a name. */
    static String nameOf(Account account) {
        return account.username() == null ? account.phone() : account.username();
    }

    /** Of the answer is kept alone whether it is somebody of an institution: the token that follows asks again. But who could get no token is not let in at all. */
    private void askWhatTheyMayDo(Account account, Instant now, By by, Origin origin) {
        try {
            Principal principal = principals.principal(account.id(), account.userType(), null);
            people.heard(account.id(), principal.institutionId() != null);
        } catch (ProblemException unavailable) {
            write(now, by, account, origin, SignInResult.UNAVAILABLE);
            throw new ProblemException(
                    CommonProblem.SERVICE_UNAVAILABLE, "登录服务暂不可用，请稍后再试", List.of(), Map.of(), unavailable);
        }
    }

    private void write(Instant now, By by, @Nullable Account account, Origin origin, SignInResult result) {
        history.write(new SignInLogEntry(
                Ids.next(),
                BusinessTime.at(now),
                shortened(by.name(), NAME_LENGTH),
                account == null ? null : account.id(),
                origin.address(),
                origin.userAgent(),
                by.way(),
                result));
    }

    private static String shortened(String text, int length) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
