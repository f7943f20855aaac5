package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.guess.Proof;
import cn.zhengqi.auth.secondfactor.FactorCode;
import cn.zhengqi.auth.secondfactor.NextStep;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.session.SignOut;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class SignInController {

    private final SignIn signIn;
    private final SignedInSessions sessions;
    private final SecondFactors factors;
    private final SignInFlow flow;
    private final Accounts accounts;
    private final Clock clock;

    SignInController(
            SignIn signIn,
            SignedInSessions sessions,
            SecondFactors factors,
            SignInFlow flow,
            Accounts accounts,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.factors = factors;
        this.flow = flow;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param proof only where it was asked for
     * @param binding what the page was told that began to bind an outside identity to the account that signs in now
     */
    record Credentials(
            @NotBlank @Size(max = 200) String username,
            @NotNull @Size(max = 200) String password,
            @Nullable @Valid Proof proof,
            @Nullable @Size(max = 100) String binding) {}

    /** @param binding as in {@link Credentials} */
    record SmsCredentials(
            @NotNull @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone,

            @NotNull @Pattern(regexp = "[0-9]{6}", message = "请填写 6 位数字")
            String code,

            @Nullable @Valid Proof proof,
            @Nullable @Size(max = 100) String binding) {}

    /**
     * How it goes on.
     *
     * @param passkey the second factor may also be one
     * @param continueTo where the browser goes now; absent while something is still asked for
     */
    record SignedIn(
            NextStep next, boolean passkey, @Nullable String continueTo) {

        static SignedIn done(String continueTo) {
            return new SignedIn(NextStep.DONE, false, continueTo);
        }
    }

    /** @param recoveryCodes shown this once */
    record Enrolled(List<String> recoveryCodes, String continueTo) {}

    @PostMapping("/sign-in")
    SignedIn signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        String name = SignIn.nameOf(credentials.username());
        SignIn.Origin origin = SignIn.Origin.of(request);
        Account account = signIn.judge(name, credentials.password(), credentials.proof(), origin);
        sessions.bindIdentity(credentials.binding(), account, request);
        return flow.goOn(account, SignIn.By.password(name), origin, request, response);
    }

    /** With a code that was sent to the phone in place of the password; a second factor is asked for all the same. */
    @PostMapping("/sign-in/sms")
    SignedIn signInBySms(
            @Valid @RequestBody SmsCredentials credentials, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Origin origin = SignIn.Origin.of(request);
        Account account = signIn.judgeSms(credentials.phone(), credentials.code(), credentials.proof(), origin);
        sessions.bindIdentity(credentials.binding(), account, request);
        return flow.goOn(account, SignIn.By.sms(credentials.phone()), origin, request, response);
    }

    /** The second half of a sign-in: a code of now, or a recovery code. */
    @PostMapping("/sign-in/second-factor")
    SignedIn secondFactor(
            @Valid @RequestBody FactorCode body, HttpServletRequest request, HttpServletResponse response) {
        PendingSignIn pending = pending(request);
        Account account = accountOf(pending, NextStep.SECOND_FACTOR);
        SignIn.Origin origin = SignIn.Origin.of(request);
        signIn.judgeSecond(account, pending.by(), body.code(), origin);
        return SignedIn.done(flow.enter(account, pending.by(), origin, request, response));
    }

    /** For who must have a second factor and signs in without one: what the authenticator app is told. */
    @PostMapping("/sign-in/enrolment")
    SecondFactors.Enrolment enrol(HttpServletRequest request) {
        return factors.begin(accountOf(pending(request), NextStep.ENROLMENT));
    }

    @PostMapping("/sign-in/enrolment/confirmation")
    Enrolled confirm(@Valid @RequestBody FactorCode body, HttpServletRequest request, HttpServletResponse response) {
        PendingSignIn pending = pending(request);
        Account account = accountOf(pending, NextStep.ENROLMENT);
        SignIn.Origin origin = SignIn.Origin.of(request);
        List<String> codes = signIn.judgeEnrolment(account, pending.by(), body.code(), origin);
        return new Enrolled(codes, flow.enter(account, pending.by(), origin, request, response));
    }

    private PendingSignIn pending(HttpServletRequest request) {
        return sessions.awaited(request).orElseThrow(() -> new ProblemException(AuthProblem.SIGN_IN_EXPIRED));
    }

    private Account accountOf(PendingSignIn pending, NextStep step) {
        return accounts.find(pending.accountId())
                .filter(account -> pending.isFor(account, step, clock.instant()))
                .orElseThrow(() -> new ProblemException(AuthProblem.SIGN_IN_EXPIRED));
    }

    /**
     * For the gateway, when it ends its own session.
     *
     * @param idle nobody signed out, but did nothing for too long
     */
    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@RequestParam(defaultValue = "false") boolean idle, HttpServletRequest request) {
        sessions.end(request, idle ? SignOut.IDLE : SignOut.HERE);
    }
}
