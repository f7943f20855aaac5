package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.session.SignOut;
import cn.zhengqi.auth.session.SignedOut;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The end of each sign-in in the log that has its beginning, in the same transaction. */
@Component
class SignOutLog {

    private final SignInHistory history;
    private final Accounts accounts;
    private final Clock clock;

    SignOutLog(SignInHistory history, Accounts accounts, Clock clock) {
        this.history = history;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void onEnd(SignedOut ended) {
        if (ended.by() == SignOut.BY_CLOSING) {
            return;
        }
        accounts.find(ended.account())
                .ifPresent(account -> history.write(new SignInLogEntry(
                        Ids.next(),
                        BusinessTime.at(clock.instant()),
                        SignIn.nameOf(account),
                        account.id(),
                        ended.address(),
                        ended.userAgent(),
                        null,
                        resultOf(ended.by()))));
    }

    private static SignInResult resultOf(SignOut by) {
        return switch (by) {
            case HERE -> SignInResult.SIGNED_OUT;
            case ELSEWHERE -> SignInResult.SIGNED_OUT_ELSEWHERE;
            case BY_APP -> SignInResult.SIGNED_OUT_BY_APP;
            case IDLE -> SignInResult.SIGNED_OUT_IDLE;
            case BY_TIME -> SignInResult.SIGNED_OUT_BY_TIME;
            case BY_CHANGE -> SignInResult.SIGNED_OUT_BY_CHANGE;
            case BY_STAFF -> SignInResult.SIGNED_OUT_BY_STAFF;
            case BY_CLOSING -> throw new IllegalArgumentException("Of a closed account nothing is written");
        };
    }
}
