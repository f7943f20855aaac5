package cn.zhengqi.local;

import cn.zhengqi.engines.EngineException;
import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.engines.RocketMqServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All tests, what waits beside what works, and one true count of them at the end. */
final class TestRun {

    /** The browser journeys run on a copy of their own, beside one that may be running. */
    static final int PORT_OFFSET = 10_000;

    /** The copy of the second district starts while the first still runs. */
    static final int SECOND_PORT_OFFSET = 11_500;

    /** A whole district of names that are made up, which holds the program to have no word of the first. */
    private static final String SECOND_DISTRICT = "example";

    /** What the journeys of the second district are named by. On the first, who opens every page looks for such words as well. */
    private static final String ANOTHER_DISTRICT = "has a word of another district";

    /** Training costs a process more than two starts give back: an engine and the service with the fewest classes show that it works. */
    private static final Set<String> TRAINED = Set.of(Topology.ROCKETMQ, "gateway");

    /** Debian's; Ubuntu has only a reference to a snap. */
    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    /** In CI, which nobody watches, what met a hiccup of the machine is tried once more; the run names each such test. */
    private static final int SECOND_TRIES = System.getenv("CI") == null ? 0 : 1;

    /** How the web's unit tests say it, whose report does not. */
    private static final String SECOND_TRY = "passed at the second try";

    private static final Pattern SEAM = Pattern.compile("Tests run against .*");

    @FunctionalInterface
    private interface Counting {
        Count read() throws IOException;
    }

    private final Workspace workspace;
    private final Terminal terminal;
    private final Build build;
    private Count total = Count.NOTHING;

    TestRun(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
        this.build = new Build(workspace, terminal);
    }

    /** Whether everything passed. */
    boolean run() {
        var begin = Instant.now();
        var web = workspace.root().resolve("web");
        var first = freshCopy(Workspace.FIRST_DISTRICT, PORT_OFFSET);
        build.allModulesBy(() -> javaBesideWeb(web, first, begin));
        journeys(web, first);
        terminal.result("took " + Terminal.seconds(Duration.between(begin, Instant.now())));
        terminal.result(total.toString());
        return total.failed() == 0;
    }

    /**
     * While the tests of Java wait for their servers, and for those of the libraries that all services need, the web is checked, tested and built in what they leave of the processors, and the engines
     * start on which the journeys will be.
     */
    private boolean javaBesideWeb(Path web, Copy first, Instant begin) {
        var ended = new AtomicBoolean();
        Runnable java = () -> withOneBroker(environment -> ended.set(step(
                "Java: unit, architecture and integration tests",
                workspace.root(),
                List.of(
                        "mvn",
                        "-B",
                        "-ntp",
                        // One more at a time than there are processors to start with, for they wait for servers.
                        "-T",
                        "3",
                        "verify",
                        Build.WITHOUT_WARNINGS,
                        // Every module's tests are wanted, not only those up to the first failure.
                        "-Dmaven.test.failure.ignore=true",
                        "-Dsurefire.rerunFailingTestsCount=" + SECOND_TRIES),
                environment,
                () -> surefire(begin))));
        Runnable beside = () -> {
            build.installWebPackages();
            for (var check : List.of("typecheck", "lint")) {
                step("web: " + check, web, Build.gently(List.of("npm", "run", check)), () -> Count.NOTHING);
            }
            webUnitTests(web);
            build.webBesideModules();
            startEngines(first);
        };
        sideBySide(java, beside);
        return ended.get();
    }

    /** One that breaks off has left out what would have followed: that is a failure, whatever passes later. */
    Count sideBySide(Runnable... works) {
        try {
            Parallel.each(List.of(works), Runnable::run);
        } catch (LauncherException e) {
            terminal.step(String.valueOf(e.getMessage()));
            add(Count.FAILURE);
        }
        return total;
    }

    /** Not gently: a test that is kept waiting for long has failed. */
    private void webUnitTests(Path web) {
        var vitest = fresh(workspace.build().resolve("vitest.json"));
        step(
                "web: unit tests",
                web,
                List.of(
                        "npx",
                        "vitest",
                        "run",
                        "--reporter=default",
                        "--reporter=json",
                        "--outputFile.json=" + vitest,
                        "--reporter=./src/shared/test/secondTries.ts"),
                () -> Count.ofVitest(Files.readString(vitest)));
    }

    /** Seven modules test with a broker, and each start takes as much of the processors as that of a service. Where a Docker engine may answer, the tests ask that. */
    private void withOneBroker(Consumer<Map<String, String>> tests) {
        if (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"))) {
            tests.accept(Map.of());
            return;
        }
        RocketMqServer broker;
        try {
            broker = RocketMqServer.start(
                    EngineHome.temporary("rocketmq"), Ports.free(), Ports.free(RocketMqServer.BROKER_PORT_DISTANCES));
        } catch (EngineException none) {
            terminal.step("each module starts a broker of its own: " + none.getMessage());
            tests.accept(Map.of());
            return;
        }
        try (broker) {
            tests.accept(Map.of("ZHENGQI_TEST_ROCKETMQ", broker.nameServer()));
        }
    }

    /** What fails here fails again, and is counted, when the copy is needed. */
    private void startEngines(Copy copy) {
        try {
            copy.platform().startEngines(TRAINED::contains);
        } catch (RuntimeException e) {
            terminal.step("  the engines are not up yet: " + e.getMessage());
        }
    }

    private void journeys(Path web, Copy first) {
        var second = freshCopy(SECOND_DISTRICT, SECOND_PORT_OFFSET);
        on(first, () -> {
            if (CHROMIUM.stream().noneMatch(Files::isExecutable)) {
                step(
                        "browser: Playwright's own, for there is none of Debian's",
                        web,
                        List.of("npx", "playwright", "install", "--with-deps", "chromium"),
                        () -> Count.NOTHING);
            }
            journeys("browser journeys", web, first.topology(), List.of("--grep-invert", ANOTHER_DISTRICT));
            figures(new Figures(
                    new PlatformClient(first.topology(), first.platform().secrets()), terminal));
            underFire(first, second);
        });
        on(second, () -> {
            // The first copy's broker may have begun before it was trained: it is the second start that shows it.
            training(second.platform());
            // Three of equal length.
            journeys(
                    "no word of the first district in the second",
                    web,
                    second.topology(),
                    List.of("--grep", ANOTHER_DISTRICT, "--workers=3"));
        });
    }

    private record Copy(Workspace workspace, Topology topology, Platform platform) {}

    /** A copy for this district with fresh data, whatever an interrupted run left behind. */
    private Copy freshCopy(String district, int offset) {
        var topology = Topology.of(offset, List.of());
        var former = Workspace.of(workspace.root(), district, offset);
        new Platform(former, topology, terminal).down();
        EngineHome.delete(former.state());
        var fresh = Workspace.of(workspace.root(), district, offset);
        return new Copy(fresh, topology, new Platform(fresh, topology, terminal));
    }

    /** Starts the copy, as far as it does not run already, and ends it after the work. */
    private void on(Copy copy, Runnable work) {
        try {
            build.bringUpToDate(true);
            copy.platform().up(TRAINED::contains);
            work.run();
        } catch (RuntimeException e) {
            terminal.step("the platform of " + copy.workspace().district() + " failed: " + e.getMessage());
            add(Count.FAILURE);
        } finally {
            copy.platform().down();
        }
    }

    private void journeys(String what, Path web, Topology topology, List<String> which) {
        var report = fresh(workspace.build().resolve("playwright.json"));
        var command = new ArrayList<>(List.of("npx", "playwright", "test", "--reporter=list,json"));
        command.addAll(which);
        step(
                what,
                web,
                command,
                Map.of(
                        "ZHENGQI_BASE_URL",
                        "http://localhost:" + topology.gatewayPort(),
                        "PLAYWRIGHT_JSON_OUTPUT_NAME",
                        report.toString()),
                () -> {
                    var journeys = JourneyReport.of(Files.readString(report));
                    journeys.complaints().forEach(line -> terminal.step("  " + line));
                    return journeys.count();
                });
    }

    /** A process that could not be trained starts all the same, only slower. */
    private void training(Platform platform) {
        if (!Training.isOn()) {
            add(Count.of(0, 0, TRAINED.size()));
            return;
        }
        var without = TRAINED.stream()
                .filter(process -> !platform.runsTrained(process))
                .toList();
        add(Count.of(TRAINED.size() - without.size(), without.size(), 0));
        terminal.step("training: %d passed%s"
                .formatted(TRAINED.size() - without.size(), without.isEmpty() ? "" : ", failed: " + without));
    }

    /** After all that the journeys did, the figures are those of the sources, and built from scratch they are the same. */
    private void figures(Figures figures) {
        terminal.step("figures: compared with their sources, rebuilt, compared again");
        try {
            var before = figures.settled();
            figures.rebuild("stats");
            var after = figures.settled();
            boolean same = Figures.print(before, terminal) && after.path("rows").equals(before.path("rows"));
            add(same ? Count.of(1, 0, 0) : Count.FAILURE);
            terminal.step(same ? "  1 passed" : "  1 failed: rebuilt " + after);
        } catch (LauncherException e) {
            add(Count.FAILURE);
            terminal.step("  1 failed: " + e.getMessage());
        }
    }

    /**
     * The last on the first copy: engines and services are killed while loans are applied for and decided. Most of the time one process starts, alone: where there is memory for both,
     * the second copy starts in what that leaves of the processors.
     */
    private void underFire(Copy first, Copy second) {
        Runnable fire = () -> underFire(first);
        if (Memory.shortage(second.topology(), Memory.availableMb()).isPresent()) {
            fire.run();
        } else {
            Parallel.each(List.of(fire, () -> startAlready(second)), Runnable::run);
        }
    }

    /** What fails here fails again, and is counted, when the copy is needed. */
    private void startAlready(Copy copy) {
        try {
            copy.platform().up(TRAINED::contains);
        } catch (RuntimeException e) {
            terminal.step("  " + copy.workspace().district() + " is not up yet: " + e.getMessage());
        }
    }

    private void underFire(Copy copy) {
        terminal.step("under fire: orders while processes are killed");
        var begin = Instant.now();
        boolean held = secondTryIfItCannotBegin(
                SECOND_TRIES,
                () -> new ChaosOrders(copy.workspace(), copy.topology(), ServiceJvm.Settings.LOCAL, terminal)
                        .underFire(ChaosOrders.Load.OF_TESTS),
                terminal);
        add(held ? Count.of(1, 0, 0) : Count.FAILURE);
        terminal.step("  under fire: %s, %s"
                .formatted(held ? "1 passed" : "1 failed", Terminal.seconds(Duration.between(begin, Instant.now()))));
    }

    /** What could not even begin is begun once more; a broken invariant is one, and is not tried away. */
    static boolean secondTryIfItCannotBegin(int secondTries, BooleanSupplier proof, Terminal terminal) {
        for (int attempt = 0; attempt <= secondTries; attempt++) {
            try {
                return proof.getAsBoolean();
            } catch (RuntimeException notBegun) {
                terminal.step("  not begun: " + notBegun.getMessage());
            }
        }
        return false;
    }

    /** Where a step writes its report: that of the run before is gone, or it would be counted where the step dies before it writes one. */
    static Path fresh(Path report) {
        try {
            Files.deleteIfExists(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report;
    }

    private synchronized void add(Count count) {
        total = total.plus(count);
    }

    private boolean step(String what, Path folder, List<String> command, Counting counting) {
        return step(what, folder, command, Map.of(), counting);
    }

    /** Whether the command ended well, as it does with failed tests where those are to be counted only. */
    private boolean step(
            String what, Path folder, List<String> command, Map<String, String> environment, Counting counting) {
        terminal.step(what);
        var begin = Instant.now();
        var log = workspace.build().resolve("test-" + what.replaceAll("[^a-zA-Z]+", "-") + ".log");
        var seams = new ArrayList<String>();
        var secondTries = new AtomicInteger();
        boolean endedWell = true;
        boolean reported = true;
        try {
            build.run(command, folder, log, what, environment, line -> {
                var seam = SEAM.matcher(line);
                if (seam.find() && !seams.contains(seam.group())) {
                    seams.add(seam.group());
                    terminal.step("  " + seam.group());
                }
                boolean secondTry = line.startsWith(SECOND_TRY);
                if (secondTry) {
                    secondTries.incrementAndGet();
                }
                if (secondTry
                        || line.contains("<<< FAILURE!")
                        || line.contains("<<< ERROR!")
                        || line.startsWith("  ✘")) {
                    terminal.step("  " + line.strip());
                }
            });
        } catch (LauncherException e) {
            endedWell = false;
            terminal.step(e.getMessage() == null ? what + " failed" : e.getMessage());
        }
        var count = Count.NOTHING;
        try {
            count = counting.read().andAtSecondTry(secondTries.get());
        } catch (IOException e) {
            terminal.step("  no report of " + what + ": " + e.getMessage());
            reported = false;
        }
        if (!(endedWell && reported) && count.failed() == 0) {
            count = count.plus(Count.FAILURE);
        }
        add(count);
        terminal.step("  %s: %s, %s; log %s"
                .formatted(
                        what, count, Terminal.seconds(Duration.between(begin, Instant.now())), workspace.shown(log)));
        return endedWell;
    }

    /** Reports that this run wrote, of all modules. */
    private Count surefire(Instant since) throws IOException {
        var count = Count.NOTHING;
        for (var module : build.modules()) {
            for (var kind : List.of("surefire-reports", "failsafe-reports")) {
                var reports = workspace.root().resolve(module).resolve("target").resolve(kind);
                if (!Files.isDirectory(reports)) {
                    continue;
                }
                try (Stream<Path> files = Files.list(reports)) {
                    for (var file : files.filter(
                                    file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                            .toList()) {
                        if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                            count = count.plus(Count.ofSurefire(Files.readString(file)));
                        }
                    }
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }
        return count;
    }
}
