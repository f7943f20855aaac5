package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.events.CloudEvent;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.stats.accounts.AccountFigures;
import cn.zhengqi.stats.api.RebuildReport;
import cn.zhengqi.stats.api.ReconciliationReport;
import cn.zhengqi.stats.catalogue.CatalogueFigures;
import cn.zhengqi.stats.orders.OrderFigures;
import cn.zhengqi.stats.orders.Standing;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Proves the figures against what the sources count themselves, and makes them anew from the sources' event logs. */
@Service
class Reconciliation {

    private static final int PART = 500;
    private static final List<String> ROLL_UPS = List.of(
            "registration_roll_up",
            "order_roll_up",
            "order_standing",
            "order_standing_roll_up",
            "disbursement_roll_up",
            "listing",
            "certified_enterprise",
            "certification_roll_up",
            "ticker");

    private final Sources sources;
    private final Rebuild rebuild;
    private final AccountFigures accounts;
    private final OrderFigures orders;
    private final CatalogueFigures catalogue;
    private final Clock clock;

    Reconciliation(
            Sources sources,
            Rebuild rebuild,
            AccountFigures accounts,
            OrderFigures orders,
            CatalogueFigures catalogue,
            Clock clock) {
        this.sources = sources;
        this.rebuild = rebuild;
        this.accounts = accounts;
        this.orders = orders;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    ReconciliationReport reconcile() {
        List<ReconciliationReport.Row> rows = new ArrayList<>();
        Map<String, BigDecimal> auth = sources.auth().totals();
        compare(rows, "registeredUsers", accounts.registered(), auth);
        compare(rows, "issued", accounts.certifiedEnterprises(), sources.code().totals());
        compare(rows, "published", catalogue.policies(), sources.policy().totals());
        Map<String, BigDecimal> finance = sources.finance().totals();
        Map<Standing, Long> standings = orders.byStanding();
        compare(rows, "applications", orders.all().count(), finance);
        compare(rows, "amount", orders.all().amount(), finance);
        compare(rows, "inReview", standings.getOrDefault(Standing.IN_REVIEW, 0L), finance);
        compare(rows, "approved", standings.getOrDefault(Standing.APPROVED, 0L), finance);
        compare(rows, "refused", standings.getOrDefault(Standing.REFUSED, 0L), finance);
        compare(rows, "withdrawn", standings.getOrDefault(Standing.WITHDRAWN, 0L), finance);
        compare(rows, "disbursed", orders.disbursed(), finance);
        compare(rows, "products", catalogue.loanProducts(), finance);
        return new ReconciliationReport(BusinessTime.at(clock.instant()), rows);
    }

    RebuildReport rebuild() {
        rebuild.forget(ROLL_UPS);
        long events = 0;
        long counted = 0;
        for (Source source : sources.all()) {
            EventLog.Slice slice = source.events(0, PART);
            while (true) {
                for (CloudEvent event : slice.items()) {
                    events++;
                    counted += rebuild.take(event) > 0 ? 1 : 0;
                }
                if (!slice.more()) {
                    break;
                }
                slice = source.events(slice.lastSeq(), PART);
            }
        }
        return new RebuildReport(BusinessTime.at(clock.instant()), events, counted);
    }

    private static void compare(
            List<ReconciliationReport.Row> rows, String figure, long here, Map<String, BigDecimal> source) {
        compare(rows, figure, BigDecimal.valueOf(here), source);
    }

    private static void compare(
            List<ReconciliationReport.Row> rows, String figure, BigDecimal here, Map<String, BigDecimal> source) {
        BigDecimal there = source.get(figure);
        if (there == null) {
            throw new IllegalStateException("The source does not count " + figure);
        }
        rows.add(new ReconciliationReport.Row(figure, here, there, here.subtract(there)));
    }
}
