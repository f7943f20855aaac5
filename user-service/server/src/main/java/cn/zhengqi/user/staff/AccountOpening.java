package cn.zhengqi.user.staff;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.kernel.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has auth-service open an account whose id stands in {@link StaffOpenings} already: a no that was heard takes the id away again, one that was not does not. */
@Component
class AccountOpening {

    private final StaffOpenings openings;
    private final InternalAccounts auth;

    AccountOpening(StaffOpenings openings, InternalAccounts auth) {
        this.openings = openings;
        this.auth = auth;
    }

    OneTimeLink ask(UUID id, NewAccount account) {
        try {
            return auth.open(id, account);
        } catch (ProblemException failed) {
            if (!isUnheard(failed)) {
                openings.refused(id);
            }
            throw failed;
        }
    }

    private static boolean isUnheard(ProblemException failed) {
        return failed.code().status() >= 500;
    }
}
