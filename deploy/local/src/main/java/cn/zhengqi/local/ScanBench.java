package cn.zhengqi.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * From a scanned code to the enterprise card, through the gateway, as an officer's phone waits for it: each code is new and used up by its scan, the scan goes on
 * record and the enterprise is told. Scans come at a fixed rate, whether or not those before them are done; the time counts from when a scan was due. The platform
 * must be up, and keeps what was scanned. What takes part runs with production's JVM settings meanwhile, for a district does not run with those of a desk.
 */
final class ScanBench {

    /** What a scan passes, and who does something because of it. */
    private static final List<String> ON_THE_WAY =
            List.of("gateway", "enterprise-code-service", "message-service", "ops-service");

    private static final String CLIENT = "(load generator)";
    private static final String OTHERS = "(others)";
    private static final String STOLEN = "(taken by the host)";
    private static final int RATE = 100;
    private static final int SECONDS = 20;

    /**
     * Seconds at the rate that are not measured: a platform that answered a few people one after the other, and then nobody, opens connections and compiles its ways of waiting when many come
     * at once, which is its start and not its rate.
     */
    private static final int LEAD_SECONDS = 5;

    /** People at once in what is not measured. */
    private static final int PEOPLE = 4;

    private static final double BAR_MILLIS = 50;

    /** So long is looked at what the processes use when nobody scans, and is waited until what follows a scan has been done. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** A warm-up is looked at in parts of this length. */
    private static final Duration PART = Duration.ofSeconds(6);

    /** Costs stand still for a while when the first compiler is done and the second has not begun with most of it: after 6,500 scans one cost twice as much as after so many. */
    private static final int LEAST_SCANS = 20_000;

    private static final int MOST_PARTS = 60;

    /** Codes are made beforehand, live 55 seconds and are scanned in the order in which they were made: what was not made by then is not measured. */
    private static final Duration MAKING = Duration.ofSeconds(30);

    /** A service that has just come back is not in every list yet. */
    private static final Duration COMING_BACK = Duration.ofSeconds(60);

    private final Platform running;
    private final Browser owner;
    private final Browser officer;
    private final Terminal terminal;

    ScanBench(Platform running, PlatformClient platform, Terminal terminal) {
        this.running = running;
        this.owner = new Browser(platform);
        this.officer = new Browser(platform);
        this.terminal = terminal;
    }

    /**
     * @param asItRuns with the JVM settings of this machine, which are for a quick start
     * @return whether the bar was kept
     */
    boolean run(boolean asItRuns) {
        if (asItRuns) {
            terminal.result("JVM settings: those of this machine (C1 only)");
            return measure();
        }
        try (var production = new ProductionJvms(running, ON_THE_WAY, terminal)) {
            terminal.result("JVM settings: production's (C1 and C2), for " + String.join(", ", ON_THE_WAY));
            return measure();
        }
    }

    private boolean measure() {
        signIn();
        warmUp();
        pause(QUIET);
        var idle = idle();
        var made = codes();
        var lead = made.subList(0, made.size() * LEAD_SECONDS / (LEAD_SECONDS + SECONDS));
        var codes = made.subList(lead.size(), made.size());
        terminal.step("Measuring " + codes.size() + " scans at " + RATE + " a second, after " + lead.size()
                + " that are not measured.");
        var refused = round(lead, new long[lead.size()]);
        var before = cpu();
        var beforeAll = processors();
        long begin = System.nanoTime();
        var times = new long[codes.size()];
        List<String> slow;
        try (var moments = new SlowMoments(this::processors)) {
            round(codes, times).forEach((why, count) -> refused.merge(why, count, Integer::sum));
            slow = moments.lines(times, RATE);
        }
        var all = used(beforeAll, processors(), Map.of(), 0);
        double seconds = (System.nanoTime() - begin) / 1e9;
        pause(QUIET);
        report(before, cpu(), idle, (System.nanoTime() - begin) / 1e9, times.length);
        slow.forEach(terminal::result);
        terminal.result(String.format(
                Locale.ROOT,
                "processors that others had while it was measured: %.2f used on this machine, %.2f given to others by its host",
                all.getOrDefault(OTHERS, Double.NaN) / seconds,
                all.getOrDefault(STOLEN, Double.NaN) / seconds));
        refused.forEach((why, count) -> terminal.result("refused: " + count + " × " + why));
        var p99 = GatewayBench.quantile(times, 0.99);
        terminal.result(String.format(
                Locale.ROOT,
                "%,d scans at %d/s: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms (bar %.0f ms), longest %.2f ms; load average %.1f",
                times.length,
                RATE,
                GatewayBench.quantile(times, 0.5),
                GatewayBench.quantile(times, 0.9),
                p99,
                BAR_MILLIS,
                GatewayBench.quantile(times, 1),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return p99 <= BAR_MILLIS && refused.isEmpty();
    }

    private void signIn() {
        long patience = System.nanoTime() + COMING_BACK.toNanos();
        while (true) {
            try {
                owner.signIn("qiye");
                officer.signIn("guanyuan");
                scan(code());
                return;
            } catch (LauncherException notYet) {
                if (System.nanoTime() > patience) {
                    throw notYet;
                }
                pause(Duration.ofSeconds(1));
            }
        }
    }

    /** Until the compilers have done their work: until a scan costs no less than it did. */
    private void warmUp() {
        terminal.step("Warming up, at most " + PART.multipliedBy(MOST_PARTS).toSeconds() + " s.");
        var costs = new ArrayList<Double>();
        int scans = 0;
        while (costs.size() < MOST_PARTS && (scans < LEAST_SCANS || !isSettled(costs))) {
            var before = cpu();
            int done = scanFor(PART);
            scans += done;
            var used = used(before, cpu(), Map.of(), 0);
            used.remove(CLIENT);
            costs.add(sum(used.values()) / Math.max(done, 1));
        }
        terminal.step("Warmed up with " + scans + " scans; CPU for a scan and its code by part, ms: "
                + costs.stream()
                        .map(cost -> String.format(Locale.ROOT, "%.1f", cost * 1e3))
                        .toList());
    }

    /**
     * The last three parts together are no cheaper by a twentieth than the three before them, nor dearer by as much: compilers that are at work make the one or the other.
     */
    static boolean isSettled(List<Double> costs) {
        int size = costs.size();
        if (size < 7) {
            return false;
        }
        double last = sum(costs.subList(size - 3, size));
        double before = sum(costs.subList(size - 6, size - 3));
        return last > 0.95 * before && last < 1.05 * before;
    }

    private static double sum(Collection<Double> costs) {
        return costs.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Each as soon as the one before has been answered: what has just started is slower than the rate. */
    private int scanFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            var done = new ArrayList<Future<Integer>>();
            for (int i = 0; i < PEOPLE; i++) {
                done.add(people.submit(() -> {
                    int scans = 0;
                    while (System.nanoTime() < end) {
                        try {
                            scan(code());
                            scans++;
                        } catch (LauncherException busy) {
                            pause(Duration.ofMillis(100));
                        }
                    }
                    return scans;
                }));
            }
            return done.stream().mapToInt(ScanBench::await).sum();
        }
    }

    private Map<String, Double> cpu() {
        var seconds = new LinkedHashMap<String, Double>();
        running.pids()
                .forEach((process, pid) ->
                        ProcessFigures.cpuSecondsOf(pid).ifPresent(used -> seconds.put(process, used)));
        // Not with its children: services that it restarted are among them.
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean me) {
            seconds.put(CLIENT, me.getProcessCpuTime() / 1e9);
        }
        return seconds;
    }

    /** The same with what others had: a way that is slow while others work says little of the way. */
    private Map<String, Double> processors() {
        var seconds = cpu();
        double ours = sum(seconds.values());
        ProcessFigures.machine().ifPresent(machine -> {
            seconds.put(OTHERS, machine.busySeconds() - ours);
            seconds.put(STOLEN, machine.stolenSeconds());
        });
        return seconds;
    }

    /** What each process uses in a second in which nobody scans. */
    private Map<String, Double> idle() {
        var before = cpu();
        pause(QUIET);
        var used = used(before, cpu(), Map.of(), 0);
        used.replaceAll((process, cpu) -> cpu / QUIET.toSeconds());
        return used;
    }

    /**
     * Seconds of CPU between two looks, without what is used anyway.
     *
     * @param anyway of each second
     * @param seconds between the looks
     */
    static Map<String, Double> used(
            Map<String, Double> before, Map<String, Double> after, Map<String, Double> anyway, double seconds) {
        var used = new LinkedHashMap<String, Double>();
        before.forEach((process, then) -> {
            var now = after.get(process);
            if (now != null) {
                used.put(process, now - then - anyway.getOrDefault(process, 0.0) * seconds);
            }
        });
        return used;
    }

    private void report(
            Map<String, Double> before,
            Map<String, Double> after,
            Map<String, Double> idle,
            double seconds,
            int scans) {
        var used = used(before, after, idle, seconds);
        terminal.result("%-24s %14s".formatted("process", "CPU per scan"));
        used.forEach((process, cpu) -> terminal.result(line(process, cpu / scans)));
        terminal.result(line("total", sum(used.values()) / scans));
    }

    private static String line(String process, double seconds) {
        return String.format(Locale.ROOT, "%-24s %11.2f ms", process, seconds * 1e3);
    }

    /** @return why scans were refused, and how many */
    private Map<String, Integer> round(List<String> codes, long[] times) {
        var refused = new ConcurrentSkipListMap<String, Integer>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<?>>();
            long begin = System.nanoTime();
            for (int i = 0; i < codes.size(); i++) {
                int number = i;
                long due = begin + TimeUnit.SECONDS.toNanos(i) / RATE;
                sleepUntil(due);
                sent.add(workers.submit(() -> {
                    try {
                        scan(codes.get(number));
                    } catch (LauncherException no) {
                        refused.merge(String.valueOf(no.getMessage()), 1, Integer::sum);
                    }
                    times[number] = System.nanoTime() - due;
                }));
            }
            sent.forEach(ScanBench::await);
        }
        return refused;
    }

    private List<String> codes() {
        long end = System.nanoTime() + MAKING.toNanos();
        int each = (LEAD_SECONDS + SECONDS) * RATE / PEOPLE;
        var codes = new ConcurrentLinkedQueue<String>();
        try (var makers = Executors.newFixedThreadPool(PEOPLE)) {
            var making = new ArrayList<Future<?>>();
            for (int i = 0; i < PEOPLE; i++) {
                making.add(makers.submit(() -> {
                    for (int made = 0; made < each && System.nanoTime() < end; made++) {
                        codes.add(code());
                    }
                }));
            }
            making.forEach(ScanBench::await);
        }
        return List.copyOf(codes);
    }

    private String code() {
        var answer = owner.visit(owner.post("/api/code/my/code/dynamic", "{}"));
        return PlatformClient.JSON.readTree(answer.body()).path("content").asString();
    }

    /** With a key, as the pages send it. */
    private void scan(String code) {
        officer.visit(officer.post("/api/code/scans", "{\"content\":\"%s\",\"source\":\"CAMERA\"}".formatted(code))
                .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static void sleepUntil(long nanoTime) {
        pause(Duration.ofNanos(nanoTime - System.nanoTime()));
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LauncherException failed ? failed : new IllegalStateException(e);
        }
    }
}
