package cn.zhengqi.bench;

import cn.zhengqi.bench.compared.ComparedBench;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.Ranking;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.Matcher;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.match.ShelfOnDay;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The matching engine: one enterprise against 2,000 policies fully explained, with every condition and gap in words as
 * matching-service answers it; how much of that is deciding; and 30,000 enterprises against 2,000 policies in bulk, on one core.
 * The bars are held against the wall clock. {@code --quick} takes about three minutes.
 */
@State(Scope.Thread)
public class MatchBench {

    static final int POLICIES = MatchSample.POLICIES;
    static final int ENTERPRISES = 30_000;

    private static final double MOST_MILLIS = 0.5;
    private static final double LEAST_PAIRS = 5_000_000;
    private static final double MOST_TIMES_HAND_WRITTEN = 1.5;

    private final FactDictionary facts = FactDictionary.standard();
    private final RuleBook book = RuleBook.of(new MatchSample(1).policies(POLICIES));
    private final List<Map<String, Object>> enterprises = new MatchSample(2).enterprises(ENTERPRISES);
    private final Evaluation scratch = book.scratch();
    private final ShelfOnDay shelf = new ShelfOnDay(
            new Library.Shelf(
                    book,
                    IntStream.range(0, book.size())
                            .mapToObj(book::rule)
                            .collect(Collectors.toMap(EligibilityRule::id, rule -> UUID.randomUUID())),
                    0),
            MatchSample.AS_OF);
    private int next;

    @Setup
    public void begin() {
        next = 0;
    }

    private Map<String, Object> nextEnterprise() {
        next = next + 1 == ENTERPRISES ? 0 : next + 1;
        return enterprises.get(next);
    }

    /** What is decided about one enterprise and 2,000 policies. */
    public record Decided(Evaluation evaluation, double[] gaps, Ranking ranking, int[] order) {}

    /**
     * From the enterprise's facts to outcome, 匹配度, 数据完整度 and rank of each policy, truth of each condition and gap of each
     * comparison, in figures: what an explanation says, before it is put into words.
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Decided oneEnterpriseDecided() {
        Evaluation evaluation = book.evaluate(FactVector.of(facts, nextEnterprise(), MatchSample.AS_OF));
        Ranking ranking = Ranking.of(evaluation);
        return new Decided(evaluation, evaluation.gaps(), ranking, ranking.order());
    }

    /**
     * What matching-service does for one match: the same, and all conditions of all policies told: what is asked for, what is
     * there, the gap in its unit and in words, the words of the document and their place, their certainty, and what to fill in.
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<PolicyMatch> oneEnterpriseExplained() {
        return new Matcher(shelf, FactVector.of(facts, nextEnterprise(), MatchSample.AS_OF)).policies();
    }

    /** Outcome of each pair, from the enterprises' facts. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public int bulkOfThousandEnterprises() {
        int eligible = 0;
        for (int i = 0; i < 1000; i++) {
            scratch.run(FactVector.of(facts, nextEnterprise(), MatchSample.AS_OF));
            for (int rule = 0; rule < POLICIES; rule++) {
                eligible += scratch.verdict(rule) == Truth.TRUE ? 1 : 0;
            }
        }
        return eligible;
    }

    /** Exit status 1 when a bar is missed. */
    public static void main(String[] args) throws RunnerException {
        boolean quick = List.of(args).contains("--quick");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(MatchBench.class.getName() + "\\.")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.seconds(quick ? 2 : 5))
                .measurementIterations(quick ? 3 : 6)
                .measurementTime(TimeValue.seconds(quick ? 3 : 5))
                .threads(1)
                .shouldFailOnError(true)
                .jvmArgs(ProductionJvm.OPTIONS, "-Xms1g", "-Xmx1g");
        Collection<RunResult> results = new Runner(options.build()).run();

        double decided = Double.NaN;
        double explained = Double.NaN;
        double pairs = Double.NaN;
        for (RunResult result : results) {
            switch (result.getPrimaryResult().getLabel()) {
                case "oneEnterpriseDecided" -> decided = millisOfMost(result);
                case "oneEnterpriseExplained" -> explained = millisOfMost(result);
                default ->
                    pairs = 1000.0 * POLICIES / (result.getPrimaryResult().getScore() / 1000);
            }
        }
        ComparedBench.Micros compared = ComparedBench.run(quick);
        double times = compared.timesByHand(compared.engine());
        MatchBench bench = new MatchBench();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        boolean fastEnough = explained <= MOST_MILLIS && pairs >= LEAST_PAIRS && times <= MOST_TIMES_HAND_WRITTEN;
        System.out.printf(
                Locale.ROOT,
                """

                %,d policies, %,d different comparisons among them
                one enterprise, fully explained   p99 %.3f ms, of its own CPU time %s   (bar ≤ %.1f ms)
                of which decided, in figures      p99 %.3f ms, of its own CPU time %s
                bulk                              %.1f M pairs/s per core, of its own CPU time %.1f M   (bar ≥ %.0f M)
                %,d × %,d in %.1f s
                the same conditions, facts ready and all known, one enterprise × %,d policies:
                  this engine %.1f µs, %.2f × predicates written by hand, %.1f µs (bar ≤ %.1f ×)
                  CEL %.0f µs (%.0f ×), Drools %.0f µs (%.0f ×)
                load average %.1f on %d cores
                %s
                """,
                POLICIES,
                bench.book.comparisonCount(),
                explained,
                cpuMillis(() -> bench.oneEnterpriseExplained().size()),
                MOST_MILLIS,
                decided,
                cpuMillis(() -> bench.oneEnterpriseDecided().ranking().degree(0)),
                pairs / 1e6,
                bench.cpuPairsPerSecond() / 1e6,
                LEAST_PAIRS / 1e6,
                ENTERPRISES,
                POLICIES,
                (double) ENTERPRISES * POLICIES / pairs,
                POLICIES,
                compared.engine(),
                times,
                compared.handWritten(),
                MOST_TIMES_HAND_WRITTEN,
                compared.cel(),
                compared.timesByHand(compared.cel()),
                compared.drools(),
                compared.timesByHand(compared.drools()),
                load,
                Runtime.getRuntime().availableProcessors(),
                fastEnough ? "all bars are met by the wall clock" : "A BAR IS MISSED by the wall clock");
        System.exit(fastEnough ? 0 : 1);
    }

    private static double millisOfMost(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(99) / 1000;
    }

    private double cpuPairsPerSecond() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int sink = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = threads.getCurrentThreadCpuTime();
            sink += bulkOfThousandEnterprises();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        if (sink < 0) {
            throw new IllegalStateException("Counts are never negative");
        }
        return 1000.0 * POLICIES / (best / 1e9);
    }

    /** Median and 99th percentile of the thread's own CPU time, which does not count what other processes take. */
    private static String cpuMillis(IntSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int calls = 10_000;
        long[] nanos = new long[calls];
        long sink = 0;
        for (int i = 0; i < 2 * calls; i++) {
            long start = threads.getCurrentThreadCpuTime();
            sink += work.getAsInt();
            nanos[i % calls] = threads.getCurrentThreadCpuTime() - start;
        }
        if (sink < 0) {
            throw new IllegalStateException("Degrees and sizes are never negative");
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT, "%.3f ms (median %.3f ms)", nanos[calls * 99 / 100] / 1e6, nanos[calls / 2] / 1e6);
    }
}
