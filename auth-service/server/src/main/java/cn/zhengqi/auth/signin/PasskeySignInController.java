package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.passkey.PasskeyOptions;
import cn.zhengqi.auth.passkey.Passkeys;
import cn.zhengqi.auth.secondfactor.NextStep;
import cn.zhengqi.auth.signin.SignInController.SignedIn;
import cn.zhengqi.kernel.ProblemException;
import com.webauthn4j.util.Base64UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by a passkey: in place of everything else, or as the second factor after a password. */
@RestController
@RequestMapping("/api/auth/sign-in/passkey")
class PasskeySignInController {

    private static final String BASE64URL = "[A-Za-z0-9_-]{1,10000}";

    private final SignIn signIn;
    private final SignInFlow flow;
    private final SignedInSessions sessions;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Clock clock;

    PasskeySignInController(
            SignIn signIn,
            SignInFlow flow,
            SignedInSessions sessions,
            Passkeys passkeys,
            Accounts accounts,
            Clock clock) {
        this.signIn = signIn;
        this.flow = flow;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param secondFactor of the sign-in that has begun in this browser; otherwise it is all of it */
    record PasskeyUse(boolean secondFactor) {}

    /**
     * As the browser gives it, bytes in base64url.
     *
     * @param binding what the page was told that began to bind an outside identity to the account that signs in now
     */
    record PasskeyAnswer(
            @NotNull @Pattern(regexp = BASE64URL) String id,
            @NotNull @Pattern(regexp = BASE64URL) String clientDataJSON,
            @NotNull @Pattern(regexp = BASE64URL) String authenticatorData,
            @NotNull @Pattern(regexp = BASE64URL) String signature,
            @Nullable @Pattern(regexp = BASE64URL) String userHandle,
            @Nullable @Size(max = 100) String binding) {

        PasskeyOptions.Assertion assertion() {
            return new PasskeyOptions.Assertion(
                    Base64UrlUtil.decode(id),
                    Base64UrlUtil.decode(clientDataJSON),
                    Base64UrlUtil.decode(authenticatorData),
                    Base64UrlUtil.decode(signature),
                    userHandle == null ? null : Base64UrlUtil.decode(userHandle));
        }
    }

    @PostMapping("/challenge")
    PasskeyOptions.RequestOptions challenge(@RequestBody PasskeyUse use, HttpServletRequest request) {
        UUID account = use.secondFactor() ? pendingAccount(request) : null;
        byte[] challenge = passkeys.challenge();
        sessions.challenge(
                new PasskeyChallenge(challenge, account, clock.instant().plus(Passkeys.CHALLENGE_LIFE)), request);
        return passkeys.request(challenge, account);
    }

    @PostMapping
    SignedIn signIn(
            @Valid @RequestBody PasskeyAnswer answer, HttpServletRequest request, HttpServletResponse response) {
        PasskeyChallenge challenge = sessions.takeChallenge(request)
                .filter(asked -> clock.instant().isBefore(asked.until()))
                .orElseThrow(() -> new ProblemException(AuthProblem.SIGN_IN_EXPIRED));
        UUID asked = challenge.account();
        if (asked != null && !asked.equals(pendingAccount(request))) {
            throw new ProblemException(AuthProblem.SIGN_IN_EXPIRED);
        }
        SignIn.Origin origin = SignIn.Origin.of(request);
        Account account = signIn.judgePasskey(answer.assertion(), challenge.bytes(), asked, origin);
        sessions.bindIdentity(answer.binding(), account, request);
        return SignedIn.done(flow.enter(account, SignIn.By.passkey(account), origin, request, response));
    }

    private UUID pendingAccount(HttpServletRequest request) {
        return sessions.awaited(request)
                .flatMap(pending -> accounts.find(pending.accountId())
                        .filter(account -> pending.isFor(account, NextStep.SECOND_FACTOR, clock.instant())))
                .map(Account::id)
                .orElseThrow(() -> new ProblemException(AuthProblem.SIGN_IN_EXPIRED));
    }
}
