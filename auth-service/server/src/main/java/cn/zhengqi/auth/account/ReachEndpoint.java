package cn.zhengqi.auth.account;

import cn.zhengqi.auth.api.InternalReach;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Callers;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("message-service")
class ReachEndpoint implements InternalReach {

    private final AccountFigures figures;

    ReachEndpoint(AccountFigures figures) {
        this.figures = figures;
    }

    @Override
    @PostMapping("/internal/reach")
    public Ways ways(@RequestBody Set<UUID> accounts) {
        if (accounts.size() > MOST_ACCOUNTS) {
            throw ProblemException.validation("accounts", "SIZE", "一次最多 " + MOST_ACCOUNTS + " 个账号");
        }
        return figures.ways(accounts);
    }
}
