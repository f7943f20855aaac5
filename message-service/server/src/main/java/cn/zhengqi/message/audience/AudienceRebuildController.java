package cn.zhengqi.message.audience;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild message}: who belongs to whom, what people are called, who is there no more, and where accounts and enterprises stand. Messages stay as they were told. */
@RestController
@Callers(Callers.OPERATIONS)
class AudienceRebuildController {

    static final Rebuild.Derived MEMBERS = new Rebuild.Derived(
            Set.of(Audience.NAME, Standings.NAME, "WhenAccountClosed"),
            List.of("member", "account_name", "closed_account", "account", "enterprise", "code_standing"));

    private final Rebuild rebuild;
    private final MembershipLog log;
    private final AccountLog accounts;
    private final CodeLog codes;

    AudienceRebuildController(Rebuild rebuild, MembershipLog log, AccountLog accounts, CodeLog codes) {
        this.rebuild = rebuild;
        this.log = log;
        this.accounts = accounts;
        this.codes = codes;
    }

    @PostMapping("/internal/message/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(MEMBERS, List.of(log::events, accounts::events, codes::events));
    }
}
