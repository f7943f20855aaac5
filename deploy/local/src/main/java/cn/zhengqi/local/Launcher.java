package cn.zhengqi.local;

import cn.zhengqi.engines.EngineException;
import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.KeyDeviceVariables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** The commands of {@code ./zhengqi}. The script has found a JDK and built this program. */
public final class Launcher {

    static final List<String> REBUILT =
            List.of("stats", "finance", "message", "matching", "enterprise-code", "user", "policy", "ops");

    /** Printed by the script as it stands here, before anything is built: nothing in it is put in by the program. */
    static final String HELP = """
            ./zhengqi COMMAND

              up                    build what changed, start everything, print addresses and demo accounts
              build                 only build what changed
              down                  stop everything; the data stays
              status                every process: health, pid, port, memory
              logs [PROCESS]        follow the log of one process; without a name, the last lines of all
              restart SERVICE       stop and start one service
              reset [--yes]         stop everything and delete the local data
              test                  all tests: unit, integration on real servers, web, browser journeys
              bench startup         start everything cold and measure time, CPU and memory
              bench match|gateway   the matching engine; what the gateway adds to a request
              bench fields          what field rules cost a list
              bench promise         a sweep of 100,000 open promises by two copies
              bench freshness       how soon a changed fact or policy is in the stored matches of 30,000 enterprises
              bench bulk            30,000 enterprises judged by 2,000 rules and stored, by two copies
              bench notify          100,000 text messages by two providers, one of which fails 5 % and dies once
              bench scan [--local]  100 scans of enterprise codes a second, through the gateway, with production's JVM settings
              chaos orders [N|--short]  200,000 or N loan orders on a copy of its own, whose processes are killed with -9 in turn
              eval match FILE       match the profiles of a JSONL file, one JSON line each
              eval draft            how many conditions of the known policies are proposed rightly from their words
              reconcile             compare the figures of the dashboard with their sources
              verify redemption     reconcile budgets, ledger, applications and batches of policy redemption
              rebuild WHAT          build what a service made of other services' events anew:
                                    stats, finance, message, matching, enterprise-code, user, policy, ops
              keys rotate           encrypt phones and identity numbers anew under a new key; each service restarts once; killed, it goes on where it was
              audit verify          follow the chains of 操作日志 and 登录日志; says which entry was changed, removed or inserted
              admin open NAME PHONE  an account for who administers the platform first: system, security, audit, one person each
              sms                   what the simulator of text messages "sent"; none leaves this machine. Of these numbers it does worse:
                                      19900009001 is reported as not delivered: 未送达, and 重发 fails again (qiye235)
                                      19900009002 is so in even minutes: 重发 in an odd one arrives (qiye236)
                                      19900009003 is taken by the second provider alone (qiye237)
                                      19900009004 is taken by nobody in even minutes, and tried again (qiye238)
                                      19900009005 is answered after 2.5 s (qiye239)
                                      19900009006 is answered by nobody: 结果不明 until it is asked about (qiye234)
              dead-letters [SERVICE]  events that a service could not take; without a name, of all
              replay SERVICE ID     give it one of them again
              help                  this text

            ZHENGQI_PORT_OFFSET=3000   a second copy on other ports, with data of its own
            ZHENGQI_DISTRICT=example   another district of deploy/district, with data of its own; for every command on that copy
            ZHENGQI_ONLY=a,b           only these services
            ZHENGQI_AOT=off            no AOT caches for new builds: they start slower, but need no training first
            """;

    private final Workspace workspace;
    private final Topology topology;
    private final Terminal terminal;

    private Launcher(Path root) {
        int offset = Integer.parseInt(environment("ZHENGQI_PORT_OFFSET", "0"));
        var only = environment("ZHENGQI_ONLY", "");
        this.workspace = Workspace.of(root, environment("ZHENGQI_DISTRICT", Workspace.FIRST_DISTRICT), offset);
        this.topology = Topology.of(offset, only.isEmpty() ? List.of() : List.of(only.split(",", -1)));
        this.terminal = new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    /** Arguments: the command and its own. The folder of the project comes in the property {@code zhengqi.root}. */
    public static void main(String[] arguments) {
        int exit;
        try {
            var root = Path.of(Objects.requireNonNull(System.getProperty("zhengqi.root"), "zhengqi.root"));
            exit = new Launcher(root).run(new ArrayList<>(List.of(arguments)));
        } catch (LauncherException | EngineException e) {
            System.err.println("zhengqi: " + e.getMessage());
            exit = 1;
        } catch (NumberFormatException e) {
            System.err.println("zhengqi: ZHENGQI_PORT_OFFSET must be a number: " + e.getMessage());
            exit = 2;
        }
        System.exit(exit);
    }

    private int run(List<String> arguments) {
        var command = arguments.isEmpty() ? "help" : arguments.removeFirst();
        var platform = new Platform(workspace, topology, terminal);
        switch (command) {
            case "build" -> exclusively(this::build);
            case "up" -> exclusively(() -> up(platform));
            case "down" -> exclusively(platform::down);
            case "restart" -> exclusively(() -> restart(platform, arguments));
            case "reset" -> exclusively(() -> reset(platform, arguments.contains("--yes")));
            case "status" -> {
                return platform.status() ? 0 : 3;
            }
            case "logs" -> {
                return logs(arguments);
            }
            case "test" -> {
                return new TestRun(workspace, terminal).run() ? 0 : 1;
            }
            case "bench" -> {
                return bench(platform, arguments);
            }
            case "chaos" -> {
                return chaos(arguments);
            }
            case "eval" -> {
                return evaluate(arguments);
            }
            case "reconcile" -> {
                return figures(platform).reconcile() ? 0 : 1;
            }
            case "verify" -> {
                if (!arguments.equals(List.of("redemption"))) {
                    throw new LauncherException("./zhengqi verify redemption");
                }
                return figures(platform).verifyRedemption() ? 0 : 1;
            }
            case "rebuild" -> {
                if (arguments.size() != 1 || !REBUILT.contains(arguments.getFirst())) {
                    throw new LauncherException("rebuild what? ./zhengqi rebuild " + String.join("|", REBUILT));
                }
                figures(platform).rebuild(arguments.getFirst());
            }
            case "audit" -> {
                if (!arguments.equals(List.of("verify"))) {
                    throw new LauncherException("./zhengqi audit verify");
                }
                return auditLog(platform).verify() ? 0 : 1;
            }
            case "keys" -> {
                if (!arguments.equals(List.of("rotate"))) {
                    throw new LauncherException("./zhengqi keys rotate");
                }
                exclusively(() -> keyRotation(platform).run());
            }
            case "admin" -> {
                if (arguments.size() != 3 || !arguments.getFirst().equals("open")) {
                    throw new LauncherException("./zhengqi admin open NAME PHONE");
                }
                new FirstAdministrator(new PlatformClient(topology, platform.secrets()), topology, terminal)
                        .open(arguments.get(1), arguments.get(2));
            }
            case "sms" -> new SimulatedSms(new PlatformClient(topology, platform.secrets()), terminal).list();
            case "dead-letters" -> {
                var all = topology.services().stream()
                        .filter(service -> service.schema() != null)
                        .map(Topology.Service::name)
                        .toList();
                arguments.forEach(Topology::serviceNamed);
                deadLetters(platform).list(arguments.isEmpty() ? all : arguments);
            }
            case "replay" -> {
                if (arguments.size() != 2) {
                    throw new LauncherException("which one? ./zhengqi replay SERVICE ID");
                }
                deadLetters(platform).replay(arguments.getFirst(), arguments.getLast());
            }
            case "help", "--help", "-h" -> terminal.result(HELP.stripTrailing());
            default -> {
                terminal.step("there is no command " + command + "\n\n" + HELP);
                return 2;
            }
        }
        return 0;
    }

    private Figures figures(Platform platform) {
        return new Figures(new PlatformClient(topology, platform.secrets()), terminal);
    }

    private AuditLog auditLog(Platform platform) {
        return new AuditLog(new PlatformClient(topology, platform.secrets()), workspace.state(), terminal);
    }

    private KeyRotation keyRotation(Platform platform) {
        var services = topology.services().stream()
                .filter(service -> Topology.ENCRYPTING.contains(service.name()))
                .toList();
        return new KeyRotation(
                new PlatformClient(topology, platform.secrets()),
                platform.secrets(),
                services.stream().map(Topology.Service::name).toList(),
                name -> platform.awaken(named(services, name)),
                // Nobody waits for a training while a service is down.
                name -> platform.restart(named(services, name), process -> false),
                terminal);
    }

    private static Topology.Service named(List<Topology.Service> services, String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private DeadLetterBox deadLetters(Platform platform) {
        return new DeadLetterBox(new PlatformClient(topology, platform.secrets()), terminal);
    }

    private void up(Platform platform) {
        workspace.districtConfiguration();
        platform.requireWhatItNeeds();
        var started = Instant.now();
        build();
        platform.up();
        terminal.step("Everything is up after " + Terminal.seconds(Duration.between(started, Instant.now()))
                + ", what was to be built with it.");
        new Welcome(topology).print(terminal);
    }

    private void build() {
        var build = new Build(workspace, terminal);
        var services = topology.services();
        if (services.size() == Topology.SERVICES.size()) {
            build.bringUpToDate(true);
        } else {
            build.bringUpToDate(services.stream().map(Topology.Service::module).toList());
        }
    }

    private void restart(Platform platform, List<String> arguments) {
        if (arguments.size() != 1) {
            throw new LauncherException("which service? ./zhengqi restart SERVICE");
        }
        var name = Topology.serviceNamed(arguments.getFirst()).name();
        var service = topology.services().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException(name + " is not among ZHENGQI_ONLY"));
        build();
        platform.restart(service, process -> true);
    }

    private void reset(Platform platform, boolean sure) {
        if (!sure) {
            var answer = terminal.ask("This deletes all local data in %s. Type yes to go on: "
                    .formatted(workspace.shown(workspace.state())));
            if (!"yes".equals(answer)) {
                throw new LauncherException("nothing was deleted");
            }
        }
        platform.down();
        EngineHome.delete(workspace.state());
        terminal.step("Deleted " + workspace.shown(workspace.state()) + ".");
    }

    private int bench(Platform platform, List<String> arguments) {
        var what = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (what) {
            case "startup" -> {
                build();
                exclusively(() -> {
                    platform.up();
                    platform.down();
                });
                yield new StartupBench(workspace, platform, terminal).run() ? 0 : 1;
            }
            case "gateway" -> {
                new GatewayBench(new PlatformClient(topology, platform.secrets()), terminal).run();
                yield 0;
            }
            case "scan" -> {
                var kept = new AtomicBoolean();
                exclusively(() ->
                        kept.set(new ScanBench(platform, new PlatformClient(topology, platform.secrets()), terminal)
                                .run(arguments.contains("--local"))));
                yield kept.get() ? 0 : 1;
            }
            case "match" -> benchEngine("MatchBench", arguments.subList(1, arguments.size()));
            case "fields" -> benchEngine("FieldsBench", arguments.subList(1, arguments.size()));
            case "promise" -> benchEngine("PromiseBench", arguments.subList(1, arguments.size()));
            case "freshness" -> benchEngine("standing.FreshnessBench", arguments.subList(1, arguments.size()));
            case "notify" -> benchEngine("notify.NotifyBench", arguments.subList(1, arguments.size()));
            case "bulk" -> benchEngine("standing.BulkBench", arguments.subList(1, arguments.size()));
            default ->
                throw new LauncherException(
                        "bench what? ./zhengqi bench startup|match|gateway|scan|fields|promise|freshness|bulk|notify");
        };
    }

    private int chaos(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2 || !arguments.getFirst().equals("orders")) {
            throw new LauncherException("./zhengqi chaos orders [N|--short]");
        }
        long orders = switch (arguments.size() == 1 ? "" : arguments.getLast()) {
            case "" -> ChaosOrders.USUAL;
            case "--short" -> ChaosOrders.SHORT;
            case String number when number.matches("[1-9][0-9]{0,8}") -> Long.parseLong(number);
            case String other -> throw new LauncherException("no number of orders: " + other);
        };
        exclusively(this::build);
        return ChaosOrders.onItsOwn(workspace, orders, terminal) ? 0 : 1;
    }

    private int benchEngine(String bench, List<String> arguments) {
        new Build(workspace, terminal)
                .bringUpToDate(List.of("matching-service/server", "message-service/server", "bench"));
        var target = workspace.root().resolve("bench/target");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Duser.home=" + workspace.homeOfTests(),
                "-Dzhengqi.root=" + workspace.root(),
                "-cp",
                // The classes of message-service lie apart: it has migrations of the same numbers as matching-service.
                target.resolve("classes") + ":" + target.resolve("lib") + "/*"
                        + (bench.startsWith("notify.") ? ":" + target.resolve("notify") + "/*" : ""),
                "cn.zhengqi.bench." + bench));
        command.addAll(arguments);
        return inherit(command);
    }

    private int evaluate(List<String> arguments) {
        if (arguments.size() == 2 && arguments.getFirst().equals("match")) {
            return inService("matching-service", "cn.zhengqi.matching.eval.EvalMatch", arguments.subList(1, 2));
        }
        if (arguments.equals(List.of("draft"))) {
            return inService("policy-service", "cn.zhengqi.policy.reading.EvalDraft", List.of());
        }
        throw new LauncherException("./zhengqi eval match FILE, or ./zhengqi eval draft");
    }

    /** Runs a main class of a service as it is built. */
    private int inService(String service, String main, List<String> arguments) {
        var built = Topology.serviceNamed(service);
        new Build(workspace, terminal).bringUpToDate(List.of(built.module()));
        var application = Application.of(built, workspace);
        if (!application.isExtracted()) {
            application.extract(workspace);
        }
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                application.jar().toString(),
                main));
        command.addAll(arguments);
        return inherit(command);
    }

    private int logs(List<String> arguments) {
        var processes = new ArrayList<String>(Topology.ENGINES);
        topology.services().forEach(service -> processes.add(service.name()));
        var command = new ArrayList<String>();
        if (arguments.isEmpty()) {
            command.addAll(List.of("tail", "-n", "15"));
        } else if (processes.contains(arguments.getFirst())) {
            processes.retainAll(arguments.subList(0, 1));
            command.addAll(List.of("tail", "-n", "200", "-F"));
        } else {
            throw new LauncherException(
                    "there is no process " + arguments.getFirst() + "; there are: " + String.join(", ", processes));
        }
        var written =
                processes.stream().map(workspace::log).filter(Files::exists).toList();
        if (written.isEmpty()) {
            throw new LauncherException("no process has written a log: ./zhengqi up");
        }
        written.forEach(log -> command.add(log.toString()));
        return inherit(command);
    }

    private static int inherit(List<String> command) {
        try {
            return KeyDeviceVariables.removeFrom(new ProcessBuilder(command))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LauncherException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            return 130;
        }
    }

    private void exclusively(Runnable action) {
        new CommandLock(workspace.state().resolveSibling(workspace.state().getFileName() + ".lock")).hold(action);
    }

    private static String environment(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.trim();
    }
}
