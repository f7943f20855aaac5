package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.passkey.Passkeys;
import cn.zhengqi.auth.secondfactor.NextStep;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.signin.SignInController.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What comes after a first factor that was right, whichever it was. */
@Component
class SignInFlow {

    private final SignIn signIn;
    private final SignedInSessions sessions;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final WeChatArrivals arrivals;
    private final Clock clock;

    SignInFlow(
            SignIn signIn,
            SignedInSessions sessions,
            SecondFactors factors,
            Passkeys passkeys,
            WeChatArrivals arrivals,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** In, or asked for what is missing. */
    SignedIn goOn(
            Account account,
            SignIn.By by,
            SignIn.Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        NextStep next = factors.stepFor(account);
        if (next != NextStep.DONE) {
            signIn.asked(account, by, origin);
            sessions.await(PendingSignIn.of(account, by, next, clock.instant()), request);
            return new SignedIn(next, next == NextStep.SECOND_FACTOR && passkeys.has(account.id()), null);
        }
        return SignedIn.done(enter(account, by, origin, request, response));
    }

    /**
     * In, after all that was asked for. Whoever came with a WeChat user has it bound now.
     *
     * @return where the browser goes now
     */
    String enter(
            Account account,
            SignIn.By by,
            SignIn.Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        arrivals.arrived(request, account);
        signIn.entered(account, by, origin);
        return sessions.begin(account, origin, request, response);
    }
}
