package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.stats.api.RebuildReport;
import cn.zhengqi.stats.api.ReconciliationReport;
import cn.zhengqi.stats.funnel.FunnelFigures;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** Proves the figures against what the sources count themselves, and makes them anew from the sources' event logs. */
@Service
class Reconciliation {

    /** All that stands in the tables of figures, and the handlers that write there. */
    static final Rebuild.Derived FIGURES = new Rebuild.Derived(
            Set.of("accounts", "orders", "catalogue", "ticker", FunnelFigures.NAME),
            List.of(
                    "registration_roll_up",
                    "order_roll_up",
                    "order_standing",
                    "order_standing_roll_up",
                    "disbursement_roll_up",
                    "listing",
                    "code_standing",
                    "certification",
                    "certification_roll_up",
                    "ticker",
                    "funnel_policy",
                    "funnel_roll_up",
                    "funnel_department"));

    private final Sources sources;
    private final Rebuild rebuild;
    private final FiguresHere here;
    private final Totals.There there;
    private final Clock clock;

    Reconciliation(Sources sources, Rebuild rebuild, FiguresHere here, Totals.There there, Clock clock) {
        this.sources = sources;
        this.rebuild = rebuild;
        this.here = here;
        this.there = there;
        this.clock = clock;
    }

    /** Each figure in all, and by channel; of the days only those that differ, and how many there are. */
    ReconciliationReport reconcile() {
        List<ReconciliationReport.Row> rows = new ArrayList<>();
        compare(rows, here.totals().figures(), there.totals().figures());
        return new ReconciliationReport(BusinessTime.at(clock.instant()), rows);
    }

    RebuildReport rebuild() {
        Rebuild.Report report = rebuild.anew(FIGURES, sources.logs());
        return new RebuildReport(BusinessTime.at(clock.instant()), report.events(), report.taken());
    }

    private static void compare(
            List<ReconciliationReport.Row> rows, Map<String, BigDecimal> here, Map<String, BigDecimal> source) {
        Set<String> figures = new TreeSet<>(here.keySet());
        figures.addAll(source.keySet());
        Map<String, int[]> days = new TreeMap<>();
        for (String figure : figures) {
            BigDecimal counted = here.getOrDefault(figure, BigDecimal.ZERO);
            BigDecimal there = source.getOrDefault(figure, BigDecimal.ZERO);
            if (isDay(figure)) {
                int[] number = days.computeIfAbsent(figure.substring(0, figure.indexOf('.')), none -> new int[2]);
                number[0] += counted.signum() == 0 ? 0 : 1;
                number[1] += there.signum() == 0 ? 0 : 1;
                if (counted.compareTo(there) == 0) {
                    continue;
                }
            }
            rows.add(row(figure, counted, there));
        }
        days.forEach((figure, number) ->
                rows.add(row(figure + ".days", BigDecimal.valueOf(number[0]), BigDecimal.valueOf(number[1]))));
    }

    private static ReconciliationReport.Row row(String figure, BigDecimal here, BigDecimal source) {
        return new ReconciliationReport.Row(figure, here, source, here.subtract(source));
    }

    /** As in {@code orders.2026-11-25}. */
    private static boolean isDay(String figure) {
        int dot = figure.indexOf('.');
        return dot >= 0 && Character.isDigit(figure.charAt(dot + 1));
    }
}
