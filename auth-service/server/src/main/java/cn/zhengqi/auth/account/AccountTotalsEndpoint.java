package cn.zhengqi.auth.account;

import cn.zhengqi.auth.api.InternalAccountTotals;
import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("stats-service")
class AccountTotalsEndpoint implements InternalAccountTotals {

    private final AccountFigures figures;

    AccountTotalsEndpoint(AccountFigures figures) {
        this.figures = figures;
    }

    @Override
    public AccountTotals totals() {
        return figures.totals();
    }
}
