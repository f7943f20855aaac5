package cn.zhengqi.local;

import cn.zhengqi.engines.EngineHome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Loans are applied for, decided, paid out and settled on a running copy while every process of it, engines included, is killed with -9 in turn and comes back. Afterwards nothing that
 * was acknowledged may be lost, nothing may have happened twice, figures must equal their sources, and everybody was told once.
 */
final class ChaosOrders {

    static final long USUAL = 200_000;
    static final long SHORT = 1_000;

    /** Not every number will do (see {@link Topology#NEXT_COPY}), and the tests' copy may run beside it. */
    private static final int PORT_OFFSET = 7_000;

    /** The engines, what each order goes through, and who tells of it: what a short run has time for. */
    private static final Set<String> FEW = Set.of(
            Topology.POSTGRES,
            Topology.REDIS,
            Topology.ROCKETMQ,
            Topology.NACOS,
            "gateway",
            "finance-service",
            "message-service");

    private static final int LEAST_PAYMENTS = 3;

    /** As many as the demo's enterprises certainly make in a day, less those that are refused or withdrawn: their payments have to come to as many orders as are wanted. */
    private static final int APPLICATIONS = 1_400;

    /** What was waiting while its receiver was away is delivered by then. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    /**
     * How much is thrown at a copy.
     *
     * @param orders how many at least; it goes on until every victim was killed
     * @param lanes enterprises and officers that work side by side
     * @param enterprises of each lane at most
     * @param ration orders while one of the victims is away, and again until the next is killed; at most a loan of each lane more
     * @param victims names of processes, null for all
     */
    record Load(
            long orders,
            int lanes,
            int enterprises,
            long ration,
            @Nullable Set<String> victims) {

        /** What the tests have time for, on the copy on which the journeys were. A quick machine must not run out of enterprises before the last victim was killed. */
        static final Load OF_TESTS = new Load(200, 3, 15, 10, FEW);

        static Load of(long orders) {
            return new Load(orders, 6, Integer.MAX_VALUE, Integer.MAX_VALUE, orders > SHORT ? null : FEW);
        }
    }

    private final Workspace copy;
    private final Platform platform;
    private final PlatformClient client;
    private final Terminal terminal;
    private final ChaosTally tally = new ChaosTally();

    /**
     * @param copy that runs
     * @param settings with which it does
     */
    ChaosOrders(Workspace copy, Topology topology, ServiceJvm.Settings settings, Terminal terminal) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.copy = copy;
        this.platform = new Platform(copy, topology, new Terminal(silent, silent), settings);
        this.client = new PlatformClient(topology, platform.secrets());
        this.terminal = terminal;
    }

    /**
     * On a copy of its own with fresh data, which is ended afterwards.
     *
     * @return whether everything is as it was acknowledged
     */
    static boolean onItsOwn(Workspace workspace, long orders, Terminal terminal) {
        var topology = Topology.of(PORT_OFFSET, List.of());
        var settings = orders > SHORT ? ServiceJvm.Settings.PRODUCTION : ServiceJvm.Settings.LOCAL;
        var former = Workspace.of(workspace.root(), Workspace.FIRST_DISTRICT, PORT_OFFSET);
        new ChaosOrders(former, topology, settings, terminal).platform.down();
        EngineHome.delete(former.state());
        var chaos = new ChaosOrders(
                Workspace.of(workspace.root(), Workspace.FIRST_DISTRICT, PORT_OFFSET), topology, settings, terminal);
        try {
            terminal.step("Starting a copy with fresh data");
            chaos.platform.up(process -> false);
            return chaos.underFire(Load.of(orders));
        } finally {
            chaos.platform.down();
        }
    }

    /**
     * @return whether everything is as it was acknowledged
     * @throws LauncherException where it could not even begin
     */
    boolean underFire(Load load) {
        var victims = load.victims() == null ? platform.pids().keySet() : load.victims();
        var ration = new Ration(load.ration(), tally::acknowledged);
        var killings =
                new Killings(platform, victims, ration, tally::acknowledged, terminal, new Random(load.orders()));
        BooleanSupplier enough = () -> tally.acknowledged() >= load.orders() && killings.hitAll();
        int payments = (int) Math.max(LEAST_PAYMENTS, load.orders() / APPLICATIONS);
        var lanes = IntStream.range(0, load.lanes())
                .mapToObj(lane ->
                        new LoanLane(client, cast(lane, load), payments, enough, ration, new Random(lane), tally))
                .toList();
        var since = Instant.now();
        Parallel.each(lanes, LoanLane::begin);
        terminal.step("%,d orders by %d lanes, while one process after the other is killed"
                .formatted(load.orders(), load.lanes()));
        var begin = Instant.now();
        boolean same;
        try {
            Parallel.each(
                    List.<Runnable>of(killings::go, () -> {
                        try {
                            Parallel.each(lanes, LoanLane::go);
                        } finally {
                            killings.stop();
                        }
                    }),
                    Runnable::run);
            terminal.result("took " + Terminal.seconds(Duration.between(begin, Instant.now())));
            killings.print();
            same = hold(lanes, since);
        } catch (LauncherException notWithoutHands) {
            // From the first kill on nothing is a hiccup: what does not come back by itself is what this looks for.
            tally.fault("did not come back: " + notWithoutHands.getMessage());
            same = false;
        }
        tally.print(terminal);
        boolean asMany = tally.acknowledged() >= load.orders();
        if (!asMany) {
            terminal.result("FEWER ORDERS THAN WANTED: %,d".formatted(load.orders()));
        }
        if (!killings.hitAll()) {
            terminal.result("NEVER KILLED, SO NOT PROVED: " + killings.spared());
        }
        boolean unbroken = same && tally.isFaultless();
        terminal.result(unbroken ? "nothing lost, nothing twice, everybody told once" : "AN INVARIANT IS BROKEN");
        return unbroken && killings.hitAll() && asMany;
    }

    /** Everything against what was acknowledged. */
    private boolean hold(List<LoanLane> lanes, Instant since) {
        terminal.step("Holding what there is against what was acknowledged");
        var end = Instant.now().plus(SETTLING);
        Parallel.each(lanes, lane -> lane.accounts().forEach(account -> hold(account, since, end)));
        holdOfficers(lanes, since, end);
        var figures = new Figures(client, terminal);
        var report = patiently(end, figures::settled);
        while (!Figures.same(report) && Instant.now().isBefore(end)) {
            report = patiently(end, figures::settled);
        }
        boolean same = Figures.print(report, terminal);
        for (var service : Topology.SERVICES) {
            if (service.schema() != null) {
                long dead = patiently(end, () -> client.get(service.name(), "/internal/dead-letters?size=1"))
                        .path("total")
                        .asLong();
                if (dead > 0) {
                    tally.fault(dead + " dead letters in " + service.name());
                }
            }
        }
        return same & patiently(end, () -> new AuditLog(client, copy.state(), terminal).verify());
    }

    /**
     * Whoever was killed last may still be passed over by those who ask it.
     *
     * @throws LauncherException no answer until the end
     */
    static <T> T patiently(Instant end, Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (LauncherException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private void hold(LoanLane.Account account, Instant since, Instant end) {
        var owed = new Tellings();
        for (var loan : account.loans()) {
            var found = account.person().get("/api/finance/my/applications/" + loan.id());
            loan.complaints(found).forEach(tally::fault);
            owed.owe(loan.id(), loan.toldTheEnterprise());
        }
        long applications = LoanLane.applications(account.person()) - account.applicationsBefore();
        if (applications != account.loans().size()) {
            tally.fault("%d applications, of which %d were acknowledged"
                    .formatted(applications, account.loans().size()));
        }
        hold("an enterprise was ", account.person(), owed, since, end);
    }

    /** Each officer of a bank hears of each application that lies at its head office; with a branch it is the branch's people who do. */
    private void holdOfficers(List<LoanLane> lanes, Instant since, Instant end) {
        Map<String, Map<String, PatientPerson>> byBank = new HashMap<>();
        lanes.forEach(lane -> lane.officers()
                .forEach((bank, officer) -> byBank.computeIfAbsent(bank, none -> new HashMap<>())
                        .putIfAbsent(officer.username(), officer)));
        var loans = lanes.stream()
                .flatMap(lane -> lane.accounts().stream())
                .flatMap(account -> account.loans().stream())
                .collect(Collectors.groupingBy(AcknowledgedLoan::bank));
        Parallel.each(List.copyOf(loans.entrySet()), ofBank -> {
            var officers = byBank.getOrDefault(ofBank.getKey(), Map.of());
            var owed = new Tellings();
            var reader = officers.values().iterator().next();
            for (var loan : ofBank.getValue()) {
                var handling =
                        reader.get("/api/finance/applications/" + loan.id()).path("handling");
                if (!handling.path("branchId").isString()) {
                    owed.owe(loan.id(), loan.toldItsOfficers());
                }
            }
            officers.values().forEach(officer -> hold("an officer was ", officer, owed, since, end));
        });
    }

    private void hold(String who, PatientPerson person, Tellings owed, Instant since, Instant end) {
        var inbox = Tellings.inbox(person, since);
        while (owed.lacks(inbox) && Instant.now().isBefore(end)) {
            pause();
            inbox = Tellings.inbox(person, since);
        }
        owed.complaints(inbox).forEach(complaint -> tally.fault(who + complaint));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    /** Each lane has enterprises of its own, and at each bank one of the two officers. */
    private LoanLane.Cast cast(int lane, Load load) {
        var enterprises = new ArrayList<String>();
        Map<String, List<String>> officers = new HashMap<>();
        for (var person : people()) {
            if (person.role().equals("ENTERPRISE_ADMIN")) {
                enterprises.add(person.username());
            } else if (person.role().equals("BANK_OFFICER")) {
                officers.computeIfAbsent(person.institution(), bank -> new ArrayList<>())
                        .add(person.username());
            }
        }
        // The journeys, where they were on this copy before, are those of the first.
        Collections.reverse(enterprises);
        var ids = banks();
        var byBank = new HashMap<String, String>();
        officers.forEach((code, names) -> {
            var id = ids.get(code);
            if (id != null) {
                byBank.put(id, names.get(lane % names.size()));
            }
        });
        return new LoanLane.Cast(
                IntStream.range(0, enterprises.size())
                        .filter(index -> index % load.lanes() == lane)
                        .limit(load.enterprises())
                        .mapToObj(enterprises::get)
                        .toList(),
                byBank);
    }

    private record Person(String username, String role, String institution) {}

    private List<Person> people() {
        return lines(copy.districtFolder().resolve("data/demo/accounts.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(field -> new Person(field[2], field[5], field[7]))
                .toList();
    }

    private Map<String, String> banks() {
        var banks = new HashMap<String, String>();
        for (var line : lines(copy.districtFolder().resolve("data/institutions.jsonl"))) {
            var institution = PlatformClient.JSON.readTree(line);
            banks.put(
                    institution.path("code").asString(), institution.path("id").asString());
        }
        return banks;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
