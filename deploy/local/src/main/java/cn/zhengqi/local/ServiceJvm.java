package cn.zhengqi.local;

import cn.zhengqi.local.Secrets.Secret;
import cn.zhengqi.local.Topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The command line and the environment of a service on this machine. */
final class ServiceJvm {

    /** Redis holds everybody's sessions: nobody else gets its password. */
    private static final Set<String> HOLD_SESSIONS = Set.of("gateway", "auth-service");

    /** Where services keep files, each its own, below the platform's state. */
    private static final Map<String, String> FILES = Map.of(
            "enterprise-code-service", "files",
            "policy-service", "policy-files",
            "finance-service", "finance-files");

    private static final String DEMO_ENABLED = "ZHENGQI_DEMO_ENABLED";

    private final Workspace workspace;
    private final Topology topology;
    private final Secrets secrets;
    private final Map<String, String> keyDevice;

    /** @param keyDevice its variables, as they come from who starts the platform */
    ServiceJvm(Workspace workspace, Topology topology, Secrets secrets, Map<String, String> keyDevice) {
        this.workspace = workspace;
        this.topology = topology;
        this.secrets = secrets;
        this.keyDevice = keyDevice;
    }

    /** What a JVM is set up for. */
    enum Settings {
        /** A quick start of all services on one machine, and little memory: without the compiler that takes long and makes code that is twice as fast. */
        LOCAL,
        /** As a district runs it: the options of {@code deploy/jvm}, and compose's heap. */
        PRODUCTION
    }

    List<String> command(Application application, Settings settings) {
        return switch (settings) {
            case LOCAL -> command(application);
            case PRODUCTION ->
                List.of(
                        java(),
                        "@" + workspace.root().resolve("deploy/jvm/production.options"),
                        productionHeap(application.service()),
                        "-Djava.io.tmpdir=" + temporary(application),
                        "-Duser.home=" + state(application.service()),
                        "-jar",
                        application.jar().toString());
        };
    }

    /** As compose says it. */
    static String productionHeap(Service service) {
        return "-Xmx" + 2 * service.heapMb() + "m";
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> command(Application application) {
        var options = Files.exists(application.aotCache())
                ? List.of("-XX:AOTCache=" + application.aotCache())
                // Classes in a cache were verified when it was made; those that were built here a moment ago need not
                // be.
                : List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");
        return command(application, options);
    }

    /** A run that at its end leaves the classes that it loaded and linked in the cache. */
    List<String> trainingCommand(Application application, Path cache) {
        return command(application, List.of("-XX:AOTCacheOutput=" + cache));
    }

    // A cache is only used by a JVM with the same collector, header and class path settings as the one that made it.
    private List<String> command(Application application, List<String> more) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                // As in production: who starts has no compiled code and no classes yet that nobody needs, and to look
                // for them stops everything four to six times.
                "-XX:SweeperThreshold=100",
                "-XX:MetaspaceSize=160m",
                "-XX:MaxDirectMemorySize=48m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms24m",
                "-Xmx" + application.service().heapMb() + "m",
                "-Xss256k",
                // The shared one may hold folders of another person's copy.
                "-Djava.io.tmpdir=" + temporary(application),
                // Nacos's client keeps snapshots and logs there, PDFBox its list of fonts: none of it is the person's
                // who starts the platform.
                "-Duser.home=" + state(application.service()),
                "-Duser.timezone=Asia/Shanghai",
                "-Dfile.encoding=UTF-8",
                // As in production: whoever loads a class would have no carrier left while others wait for it.
                "-Djdk.virtualThreadScheduler.parallelism=96",
                // Nacos answers late when all services sign in at once on a busy machine, and who is not signed in
                // dies.
                "-DNACOS.READ.TIMEOUT=30000",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(more);
        command.addAll(List.of("-jar", application.jar().toString()));
        return command;
    }

    private Path temporary(Application application) {
        try {
            return Files.createDirectories(state(application.service()).resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path state(Service service) {
        return workspace.state().resolve(service.name());
    }

    /** Of a run that is ended as soon as it serves: no demo data, which would be cut short. */
    Map<String, String> trainingEnvironment(Service service) {
        var environment = environment(service);
        environment.put(DEMO_ENABLED, "false");
        return environment;
    }

    Map<String, String> environment(Service service) {
        var environment = new TreeMap<String, String>();
        environment.put("MALLOC_ARENA_MAX", "1");
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("SERVER_PORT", "" + service.port());
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_CLOUD_NACOS_DISCOVERY_IP", "127.0.0.1");
        // Whoever ends has no second copy that callers could turn to meanwhile.
        environment.put("SPRING_CLOUD_NACOS_DISCOVERY_GRACEFUL_SHUTDOWN_WAIT_TIME", "0");
        if (service.schema() != null) {
            environment.put(
                    "ZHENGQI_DB_URL",
                    "jdbc:postgresql://127.0.0.1:" + topology.postgresPort() + "/" + Topology.DATABASE);
            environment.put("ZHENGQI_DB_USER", service.role());
            environment.put("ZHENGQI_DB_PASSWORD", secrets.databasePassword(service.role()));
            environment.put("ZHENGQI_DB_SCHEMA", service.schema());
        }
        if (HOLD_SESSIONS.contains(service.name())) {
            environment.put(
                    "ZHENGQI_REDIS_URL",
                    "redis://:" + secrets.text(Secret.REDIS_PASSWORD) + "@127.0.0.1:" + topology.redisPort());
        }
        environment.put("ZHENGQI_ROCKETMQ_NAMESRV", "127.0.0.1:" + topology.nameServerPort());
        environment.put("ZHENGQI_NACOS_ADDR", "127.0.0.1:" + topology.nacosPort());
        environment.put("ZHENGQI_NACOS_USER", cn.zhengqi.engines.NacosServer.USER);
        environment.put("ZHENGQI_NACOS_PASSWORD", secrets.text(Secret.NACOS_PASSWORD));
        environment.put("ZHENGQI_PUBLIC_URL", "http://localhost:" + topology.gatewayPort());
        environment.put(
                "ZHENGQI_DISTRICT_DATA",
                workspace.districtFolder().resolve("data").toString());
        if (service.name().equals("gateway")) {
            environment.put(
                    "ZHENGQI_GATEWAY_DISTRICT_FILES",
                    workspace.districtFolder().resolve("public").toString());
            environment.put(
                    "ZHENGQI_WEB_ROOT", workspace.root().resolve("web/dist").toString());
            environment.put(
                    "ZHENGQI_OPENAPI_ROOT",
                    workspace.root().resolve("web/openapi").toString());
        }
        var files = FILES.get(service.name());
        if (files != null) {
            environment.put(
                    "ZHENGQI_FILES_DIR", workspace.state().resolve(files).toString());
        }
        if (service.name().equals("message-service")) {
            // No text message leaves a machine of one's own: `./zhengqi sms` shows what would have.
            environment.put("ZHENGQI_SMS_PROVIDER", "SIMULATOR");
        }
        environment.put(DEMO_ENABLED, "true");
        addSecrets(environment, service);
        return environment;
    }

    private void addSecrets(Map<String, String> environment, Service service) {
        if (service.schema() != null) {
            environment.put("ZHENGQI_SERVICE_SECRET", secrets.serviceSecret(service.name()));
        }
        if (service.name().equals("auth-service")) {
            environment.put("ZHENGQI_DEMO_PASSWORD", Welcome.DEMO_PASSWORD);
            for (var other : Topology.SERVICES) {
                if (other.schema() != null && !other.name().equals(service.name())) {
                    environment.put(Secrets.serviceSecretName(other.name()), secrets.serviceSecret(other.name()));
                }
            }
        }
        if (Topology.ENCRYPTING.contains(service.name())) {
            environment.put(Secrets.DATA_KEYS, secrets.dataKeys());
            environment.putAll(keyDevice);
        }
        for (var secret : Secret.values()) {
            if (secret.isFor(service.name())) {
                var isKey = secret.name().endsWith("_DATA_KEY");
                environment.put(secret.name(), isKey ? secrets.key(secret) : secrets.text(secret));
            }
        }
    }
}
