package cn.zhengqi.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * When the slow ones of a measurement were due, and who used the processors then: a hundredth that is slow all over is the way itself, one that is slow in two moments is something that came between.
 * Looks at the processes twice a second while it is open.
 */
final class SlowMoments implements AutoCloseable {

    static final Duration MOMENT = Duration.ofMillis(500);

    /** As many processes are named for a moment. */
    private static final int NAMED = 4;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Map<String, Double>> looks = new ArrayList<>();
    private final Supplier<Map<String, Double>> cpu;

    /** @param cpu seconds of CPU used so far by each process */
    SlowMoments(Supplier<Map<String, Double>> cpu) {
        this.cpu = cpu;
        looks.add(cpu.get());
        clock.scheduleAtFixedRate(this::look, MOMENT.toMillis(), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        looks.add(cpu.get());
    }

    /**
     * One line for each moment in which one of the slowest hundredth was due.
     *
     * @param nanos how long each took, in the order in which they were due
     * @param rate so many were due in a second
     */
    synchronized List<String> lines(long[] nanos, int rate) {
        return slowest(nanos, rate).entrySet().stream()
                .map(it -> String.format(
                        Locale.ROOT,
                        "slow at %4.1f s: %2d, longest %6.1f ms; cores used: %s",
                        it.getKey() * MOMENT.toMillis() / 1e3,
                        it.getValue().size(),
                        it.getValue().stream().mapToLong(Long::longValue).max().orElse(0) / 1e6,
                        usedIn(it.getKey())))
                .toList();
    }

    /** How long those of the slowest hundredth took, by the number of the moment in which they were due. */
    static Map<Integer, List<Long>> slowest(long[] nanos, int rate) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        long limit = sorted[sorted.length - Math.max(1, sorted.length / 100)];
        var byMoment = new TreeMap<Integer, List<Long>>();
        for (int i = 0; i < nanos.length; i++) {
            if (nanos[i] >= limit) {
                int moment = (int) (i * 1000L / rate / MOMENT.toMillis());
                byMoment.computeIfAbsent(moment, none -> new ArrayList<>()).add(nanos[i]);
            }
        }
        return byMoment;
    }

    private String usedIn(int moment) {
        return moment + 1 < looks.size() ? busiest(looks.get(moment), looks.get(moment + 1)) : "not looked at";
    }

    /** How many processors each used between two looks, busiest first. */
    static String busiest(Map<String, Double> before, Map<String, Double> after) {
        return ScanBench.used(before, after, Map.of(), 0).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(NAMED)
                .map(it -> String.format(Locale.ROOT, "%s %.2f", it.getKey(), it.getValue() * 1e3 / MOMENT.toMillis()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
