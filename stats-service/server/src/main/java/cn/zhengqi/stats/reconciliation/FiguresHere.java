package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.auth.api.InternalAccountTotals.AccountTotals;
import cn.zhengqi.code.api.InternalCodeTotals.CodeTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.LoanTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.OrdersOfDay;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.policy.api.InternalPolicyTotals.PolicyTotals;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.stats.accounts.AccountFigures;
import cn.zhengqi.stats.catalogue.CatalogueFigures;
import cn.zhengqi.stats.funnel.FunnelFigures;
import cn.zhengqi.stats.orders.OrderFigures;
import cn.zhengqi.stats.orders.Standing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What is counted here, in the forms in which the sources count it. */
@Component
class FiguresHere {

    private final AccountFigures accounts;
    private final OrderFigures orders;
    private final CatalogueFigures catalogue;
    private final FunnelFigures funnel;

    FiguresHere(AccountFigures accounts, OrderFigures orders, CatalogueFigures catalogue, FunnelFigures funnel) {
        this.accounts = accounts;
        this.orders = orders;
        this.catalogue = catalogue;
        this.funnel = funnel;
    }

    /**
     * As of one moment: what is heard meanwhile would stand in one figure and not in the next. From the primary, where the sources count too: what a replica
     * has yet to receive would be told as a difference.
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Totals totals() {
        return new Totals(
                accountTotals(), new CodeTotals(accounts.certifiedEnterprises()), policyTotals(), loanTotals());
    }

    private PolicyTotals policyTotals() {
        Map<PolicyStep, Long> steps = funnel.steps();
        return new PolicyTotals(
                catalogue.policies(),
                steps.getOrDefault(PolicyStep.OPENED, 0L),
                steps.getOrDefault(PolicyStep.FILED, 0L),
                steps.getOrDefault(PolicyStep.APPROVED, 0L),
                steps.getOrDefault(PolicyStep.PAID, 0L),
                funnel.amountPaid());
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
