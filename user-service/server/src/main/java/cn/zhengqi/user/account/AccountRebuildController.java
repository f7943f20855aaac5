package cn.zhengqi.user.account;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild user}: the copy of the accounts. The register is user's own. */
@RestController
@Callers(Callers.OPERATIONS)
class AccountRebuildController {

    private static final Rebuild.Derived ACCOUNTS =
            new Rebuild.Derived(Set.of("Accounts", "AccountStatus", "AccountNames"), List.of("account"));

    private final Rebuild rebuild;
    private final AccountLog log;

    AccountRebuildController(Rebuild rebuild, AccountLog log) {
        this.rebuild = rebuild;
        this.log = log;
    }

    @PostMapping("/internal/user/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(ACCOUNTS, List.of(log::events));
    }
}
