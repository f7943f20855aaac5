package cn.zhengqi.stats.dashboard;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.stats.StatsPermissions;
import cn.zhengqi.stats.accounts.AccountFigures;
import cn.zhengqi.stats.catalogue.CatalogueFigures;
import cn.zhengqi.stats.dashboard.Dashboard.DayCount;
import cn.zhengqi.stats.dashboard.Dashboard.DayOrders;
import cn.zhengqi.stats.dashboard.Dashboard.Share;
import cn.zhengqi.stats.dashboard.Dashboard.Totals;
import cn.zhengqi.stats.orders.OrderFigures;
import cn.zhengqi.stats.orders.Standing;
import cn.zhengqi.stats.ticker.Ticker;
import cn.zhengqi.web.Permission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the roll-ups in one snapshot, so that no two charts of one answer contradict each other. */
@RestController
@RequestMapping("/api/stats")
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class DashboardController {

    private static final int DAYS = 30;
    private static final int TICKER_LINES = 20;
    private static final BigDecimal YUAN_PER_WAN = BigDecimal.valueOf(10_000);

    private final AccountFigures accounts;
    private final OrderFigures orders;
    private final CatalogueFigures catalogue;
    private final Ticker ticker;
    private final Clock clock;

    DashboardController(
            AccountFigures accounts, OrderFigures orders, CatalogueFigures catalogue, Ticker ticker, Clock clock) {
        this.accounts = accounts;
        this.orders = orders;
        this.catalogue = catalogue;
        this.ticker = ticker;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    @Permission(StatsPermissions.READ_DASHBOARD)
    Dashboard dashboard() {
        LocalDate today = BusinessTime.today(clock);
        LocalDate monthAgo = today.minusDays(DAYS - 1L);
        OrderFigures.Orders all = orders.all();
        OrderFigures.Orders now = orders.on(today);
        return new Dashboard(
                BusinessTime.at(clock.instant()),
                new Totals(
                        accounts.registered(),
                        accounts.registeredOn(today),
                        all.count(),
                        now.count(),
                        all.amount(),
                        now.amount()),
                accounts.perDay(monthAgo, today).stream()
                        .map(day -> new DayCount(day.day(), day.count()))
                        .toList(),
                orders.perDay(monthAgo, today).stream()
                        .map(day -> new DayOrders(day.day(), day.count(), day.amount()))
                        .toList(),
                byChannel(accounts.byChannel()),
                byChannel(orders.byChannel()),
                byStanding(orders.byStanding()));
    }

    @GetMapping("/public/figures")
    PublicFigures figures() {
        return new PublicFigures(
                accounts.registered(),
                orders.disbursed().divide(YUAN_PER_WAN, 2, RoundingMode.HALF_UP),
                catalogue.policies(),
                catalogue.loanProducts(),
                accounts.certifiedEnterprises());
    }

    @GetMapping("/public/ticker")
    List<Ticker.Line> ticker() {
        return ticker.newest(TICKER_LINES);
    }

    private static List<Share> byChannel(Map<Channel, Long> counts) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Share(channel.name(), channel.label(), counts.getOrDefault(channel, 0L)))
                .toList();
    }

    /** The document's three states; a withdrawn order is in none of them. */
    private static List<Share> byStanding(Map<Standing, Long> counts) {
        return Stream.of(Standing.IN_REVIEW, Standing.APPROVED, Standing.REFUSED)
                .map(standing -> new Share(standing.name(), standing.label(), counts.getOrDefault(standing, 0L)))
                .toList();
    }
}
