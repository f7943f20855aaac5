package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.stats.accounts.AccountFigures;
import cn.zhengqi.stats.catalogue.CatalogueFigures;
import cn.zhengqi.stats.orders.OrderFigures;
import cn.zhengqi.stats.orders.Standing;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What is counted here, by the names under which the sources answer {@code GET /internal/totals}: a figure as
 * {@code orders}, by channel as {@code orders.WECHAT}, by day as {@code orders.2026-11-25}.
 */
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

    Map<String, BigDecimal> ofAuth() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        put(figures, "registeredUsers", accounts.registered());
        accounts.byChannel().forEach((channel, count) -> put(figures, "registeredUsers." + channel, count));
        accounts.allDays().forEach(day -> put(figures, "registeredUsers." + day.day(), day.count()));
        return figures;
    }

    Map<String, BigDecimal> ofCode() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        put(figures, "certifiedEnterprises", accounts.certifiedEnterprises());
        return figures;
    }

    Map<String, BigDecimal> ofPolicy() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        put(figures, "policies", catalogue.policies());
        return figures;
    }

    Map<String, BigDecimal> ofFinance() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        OrderFigures.Orders all = orders.all();
        put(figures, "orders", all.count());
        figures.put("orderAmount", all.amount());
        orders.byChannel().forEach((channel, count) -> put(figures, "orders." + channel, count));
        orders.allDays().forEach(day -> {
            put(figures, "orders." + day.day(), day.count());
            figures.put("orderAmount." + day.day(), day.amount());
        });
        Map<Standing, Long> standings = orders.byStanding();
        put(figures, "inReview", standings.getOrDefault(Standing.IN_REVIEW, 0L));
        put(figures, "approved", standings.getOrDefault(Standing.APPROVED, 0L));
        put(figures, "refused", standings.getOrDefault(Standing.REFUSED, 0L));
        put(figures, "withdrawn", standings.getOrDefault(Standing.WITHDRAWN, 0L));
        figures.put("disbursed", orders.disbursed());
        put(figures, "loanProducts", catalogue.loanProducts());
        return figures;
    }

    private static void put(Map<String, BigDecimal> figures, String figure, long count) {
        figures.put(figure, BigDecimal.valueOf(count));
    }
}
