package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.auth.api.InternalAccountTotals.AccountTotals;
import cn.zhengqi.code.api.InternalCodeTotals.CodeTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.LoanTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.OrdersOfDay;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.policy.api.InternalPolicyTotals.PolicyTotals;
import cn.zhengqi.stats.accounts.AccountFigures;
import cn.zhengqi.stats.catalogue.CatalogueFigures;
import cn.zhengqi.stats.orders.OrderFigures;
import cn.zhengqi.stats.orders.Standing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is counted here, in the forms in which the sources count it. */
@Component
class FiguresHere {

    private final AccountFigures accounts;
    private final OrderFigures orders;
    private final CatalogueFigures catalogue;

    FiguresHere(AccountFigures accounts, OrderFigures orders, CatalogueFigures catalogue) {
        this.accounts = accounts;
        this.orders = orders;
        this.catalogue = catalogue;
    }

    Totals totals() {
        return new Totals(
                accountTotals(),
                new CodeTotals(accounts.certifiedEnterprises()),
                new PolicyTotals(catalogue.policies()),
                loanTotals());
    }

    private AccountTotals accountTotals() {
        Map<LocalDate, Long> byDay = new HashMap<>();
        accounts.allDays().forEach(day -> byDay.put(day.day(), day.count()));
        return new AccountTotals(accounts.registered(), accounts.byChannel(), byDay);
    }

    private LoanTotals loanTotals() {
        OrderFigures.Orders all = orders.all();
        Map<Channel, Long> byChannel = orders.byChannel();
        Map<LocalDate, OrdersOfDay> byDay = new HashMap<>();
        orders.allDays().forEach(day -> byDay.put(day.day(), new OrdersOfDay(day.count(), day.amount())));
        Map<Standing, Long> standings = orders.byStanding();
        return new LoanTotals(
                all.count(),
                all.amount(),
                byChannel,
                byDay,
                standings.getOrDefault(Standing.IN_REVIEW, 0L),
                standings.getOrDefault(Standing.APPROVED, 0L),
                standings.getOrDefault(Standing.REFUSED, 0L),
                standings.getOrDefault(Standing.WITHDRAWN, 0L),
                orders.disbursed(),
                catalogue.loanProducts());
    }
}
