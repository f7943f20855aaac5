package cn.zhengqi.local;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * From a scanned code to the enterprise card, through the gateway, as an officer's phone waits for it: each code is new and used up by its scan, the scan goes on
 * record and the enterprise is told. Scans come at a fixed rate, whether or not those before them are done; the time counts from when a scan was due. The platform
 * must be up, and keeps what was scanned.
 */
final class ScanBench {

    private static final int RATE = 100;
    private static final int WARM_UP_SCANS = 2_000;
    private static final int SECONDS = 20;

    /** Codes are made beforehand and live 55 seconds: no round may take longer, with its codes. */
    private static final int MAKERS = 4;

    private static final double BAR_MILLIS = 50;

    /** So long is looked at what the processes use when nobody scans, and is waited until what follows a scan has been done. */
    private static final Duration QUIET = Duration.ofSeconds(5);

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

    /** @return whether the bar was kept */
    boolean run() {
        owner.signIn("qiye");
        officer.signIn("guanyuan");
        terminal.step("Warming up with " + WARM_UP_SCANS + " scans.");
        warmUp();
        pause(QUIET);
        var idle = idle();
        terminal.step("Measuring for " + SECONDS + " s.");
        var codes = codes(SECONDS * RATE);
        var before = cpu();
        long begin = System.nanoTime();
        var times = round(codes);
        pause(QUIET);
        report(before, cpu(), idle, (System.nanoTime() - begin) / 1e9, times.length);
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
        return p99 <= BAR_MILLIS;
    }

    /** Each as soon as the one before has been answered: a platform that has just started is slower than the rate. */
    private void warmUp() {
        try (var people = Executors.newFixedThreadPool(MAKERS)) {
            var sent = new ArrayList<Future<?>>();
            for (int i = 0; i < WARM_UP_SCANS; i++) {
                sent.add(people.submit(() -> scan(code())));
            }
            sent.forEach(ScanBench::await);
        }
    }

    private Map<String, Double> cpu() {
        var seconds = new LinkedHashMap<String, Double>();
        running.pids()
                .forEach((process, pid) ->
                        ProcessFigures.of(pid).cpuSeconds().ifPresent(used -> seconds.put(process, used)));
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
        terminal.result(line(
                "total", used.values().stream().mapToDouble(Double::doubleValue).sum() / scans));
    }

    private static String line(String process, double seconds) {
        return String.format(Locale.ROOT, "%-24s %11.2f ms", process, seconds * 1e3);
    }

    private long[] round(List<String> codes) {
        int scans = codes.size();
        var times = new long[scans];
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<?>>();
            long begin = System.nanoTime();
            for (int i = 0; i < scans; i++) {
                int number = i;
                long due = begin + TimeUnit.SECONDS.toNanos(i) / RATE;
                sleepUntil(due);
                sent.add(workers.submit(() -> {
                    scan(codes.get(number));
                    times[number] = System.nanoTime() - due;
                }));
            }
            sent.forEach(ScanBench::await);
        }
        return times;
    }

    private List<String> codes(int count) {
        try (var makers = Executors.newFixedThreadPool(MAKERS)) {
            var made = new ArrayList<Future<String>>();
            for (int i = 0; i < count; i++) {
                made.add(makers.submit(this::code));
            }
            return made.stream().map(ScanBench::await).toList();
        }
    }

    private String code() {
        var answer = owner.visit(owner.post("/api/code/my/code/dynamic", "{}"));
        return PlatformClient.JSON.readTree(answer.body()).path("content").asString();
    }

    private void scan(String code) {
        officer.visit(officer.post("/api/code/scans", "{\"content\":\"%s\",\"source\":\"CAMERA\"}".formatted(code)));
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
