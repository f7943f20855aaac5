package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 忘记密码 in the log of sign-ins: what was tried in vain, so that it counts for its address like guesses at a password. What succeeded is a change of the
 * account and stands in 操作日志.
 */
@Component
public class ResetLog {

    private final SignInHistory history;
    private final Clock clock;

    ResetLog(SignInHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** @param account absent where nobody has the phone */
    public void inVain(String phone, @Nullable Account account, HttpServletRequest request, SignInResult result) {
        SignIn.Origin origin = SignIn.Origin.of(request);
        history.write(new SignInLogEntry(
                Ids.next(),
                BusinessTime.at(clock.instant()),
                phone,
                account == null ? null : account.id(),
                origin.address(),
                origin.userAgent(),
                SignInWay.PASSWORD_RESET,
                result));
    }
}
