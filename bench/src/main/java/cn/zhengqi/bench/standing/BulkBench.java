package cn.zhengqi.bench.standing;

import cn.zhengqi.bench.MatchSample;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to judge 30,000 enterprises by 2,000 rules and to store how each stands under each, by two copies of the service at once on a real PostgreSQL; and
 * once more when nothing has changed. {@code --quick} takes a tenth of the enterprises. Exit status 1 when the bar is missed.
 */
public final class BulkBench {

    private static final int ENTERPRISES = 30_000;
    private static final int COPIES = 2;
    private static final double MOST_SECONDS = 60;

    private BulkBench() {}

    public static void main(String[] arguments) throws InterruptedException, SQLException, IOException {
        boolean quick = List.of(arguments).contains("--quick");
        int enterprises = quick ? ENTERPRISES / 10 : ENTERPRISES;
        boolean met;
        try (District district = new District(COPIES, enterprises, MatchSample.POLICIES, false)) {
            System.out.printf("%,d enterprises, %,d rules, %d copies%n", enterprises, MatchSample.POLICIES, COPIES);
            double first = timed("all of them, stored", district);
            timed("the same, nothing changed", district);
            long stored = district.jdbc()
                    .sql("select count(*) from standing where length(cells) >= ?")
                    .param(2 * MatchSample.POLICIES)
                    .query(Long.class)
                    .single();
            System.out.printf(
                    "%,d enterprises stored, %s%n",
                    stored,
                    district.jdbc()
                            .sql("select pg_size_pretty(pg_total_relation_size('standing'))")
                            .query(String.class)
                            .single());
            met = first <= MOST_SECONDS && stored == enterprises;
        }
        System.out.printf(
                Locale.ROOT,
                "load average %.1f; bar %.0f s: %s%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                MOST_SECONDS,
                met ? "met" : "missed");
        System.exit(met ? 0 : 1);
    }

    private static double timed(String what, District district) throws InterruptedException {
        long cpu = cpu();
        double seconds = district.judgeAll();
        System.out.printf(Locale.ROOT, "%-28s %6.1f s, %.1f s CPU here%n", what, seconds, (cpu() - cpu) / 1e9);
        return seconds;
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
