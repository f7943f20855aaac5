package cn.zhengqi.message.audience;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild message}: who belongs to whom, what people are called, and who is there no more. Messages stay as they were told. */
@RestController
@Callers(Callers.OPERATIONS)
class AudienceRebuildController {

    static final Rebuild.Derived MEMBERS = new Rebuild.Derived(
            Set.of(Audience.NAME, "WhenAccountClosed"), List.of("member", "account_name", "closed_account"));

    private final Rebuild rebuild;
    private final MembershipLog log;
    private final AccountLog accounts;

    AudienceRebuildController(Rebuild rebuild, MembershipLog log, AccountLog accounts) {
        this.rebuild = rebuild;
        this.log = log;
        this.accounts = accounts;
    }

    @PostMapping("/internal/message/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(MEMBERS, List.of(log::events, accounts::events));
    }
}
