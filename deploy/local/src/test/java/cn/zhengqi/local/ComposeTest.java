package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.engines.RocketMqServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Compose cannot run everywhere; what can be wrong without running it is looked at here. */
class ComposeTest {

    private static final Path FOLDER = TopologyTest.ROOT.resolve("deploy/compose");
    private static final List<String> ENGINES = List.of(
            "postgres",
            "redis",
            "rocketmq-namesrv",
            "rocketmq-storage",
            "rocketmq-broker",
            "nacos",
            "nacos-setup",
            "admin");

    @TempDir
    Path folder;

    private final String text = read("docker-compose.yml");
    private final Map<String, Map<String, Object>> containers =
            map(map(new Yaml().load(text)).get("services"));

    @Test
    void the_same_services_run_as_in_the_local_topology() {
        assertThat(containers.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                ENGINES.stream(), Topology.SERVICES.stream().map(Topology.Service::name))
                        .toList());
    }

    @Test
    void each_has_its_port_its_jar_and_its_own_role_and_schema() {
        for (var service : Topology.SERVICES) {
            var container = Objects.requireNonNull(containers.get(service.name()));
            Map<String, Object> environment = map(container.get("environment"));
            assertThat(environment).containsEntry("SERVER_PORT", "" + service.port());
            Map<String, Object> arguments = map(map(container.get("build")).get("args"));
            assertThat(arguments).containsEntry("JAR", service.module() + "/target/" + service.name() + ".jar");
            if (service.schema() == null) {
                assertThat(environment).doesNotContainKey("ZHENGQI_DB_USER");
            } else {
                var secret = "ZQ_" + service.schema().toUpperCase(java.util.Locale.ROOT) + "_PASSWORD";
                assertThat(environment)
                        .containsEntry("ZHENGQI_DB_USER", service.role())
                        .containsEntry("ZHENGQI_DB_SCHEMA", service.schema())
                        .containsEntry("ZHENGQI_DB_PASSWORD", "${" + secret + ":?run ./secrets.sh first}");
                assertThat(map(containers.get("postgres").get("environment"))).containsKey(secret);
            }
        }
    }

    @Test
    void a_service_that_is_stopped_has_the_time_of_two_phases_before_it_is_killed() throws IOException {
        var settings =
                Files.readString(TopologyTest.ROOT.resolve("common/web/src/main/resources/zhengqi-defaults.yaml"));
        var phase = Pattern.compile("timeout-per-shutdown-phase: (\\d+)s").matcher(settings);
        assertThat(phase.find()).isTrue();
        for (var service : Topology.SERVICES) {
            var grace = String.valueOf(containers.get(service.name()).get("stop_grace_period"));
            assertThat(grace).as(service.name()).matches("\\d+s");
            assertThat(Integer.parseInt(grace.replace("s", "")))
                    .as(service.name())
                    .isGreaterThan(2 * Integer.parseInt(phase.group(1)));
        }
    }

    @Test
    void every_service_gets_what_the_launcher_gives_it_and_no_more() {
        var jvm = new ServiceJvm(Workspace.of(folder, 0), Topology.of(0, List.of()), Secrets.in(folder), Map.of());
        for (var service : Topology.SERVICES) {
            Map<String, Object> environment = map(containers.get(service.name()).get("environment"));
            assertThat(ours(environment))
                    .as(service.name())
                    .containsExactlyInAnyOrderElementsOf(ours(jvm.environment(service)));
        }
    }

    @Test
    void the_key_device_can_be_told_to_services_that_encrypt_and_to_no_other() {
        var variables = List.of(
                "ZHENGQI_KEY_DEVICE_LIBRARY",
                "ZHENGQI_KEY_DEVICE_SLOT",
                "ZHENGQI_KEY_DEVICE_PIN",
                "ZHENGQI_KEY_DEVICE_KEY",
                "SOFTHSM2_CONF");
        containers.forEach((name, container) -> {
            var environment = container.get("environment") instanceof Map<?, ?> given ? given : Map.of();
            for (var variable : variables) {
                assertThat(environment.containsKey(variable))
                        .as(variable + " of " + name)
                        .isEqualTo(Topology.ENCRYPTING.contains(name));
                // Taken over from who starts it, or from .env, and from nowhere else: absent where it is not set there.
                assertThat(environment.get(variable)).isNull();
            }
        });
    }

    @Test
    void the_paper_mounts_the_library_of_the_device_for_each_service_that_encrypts() throws IOException {
        assertThat(read("README.md").lines().filter(line -> line.endsWith(": *device")))
                .containsExactlyElementsOf(Topology.ENCRYPTING.stream()
                        .map(service -> "  " + service + ": *device")
                        .toList());
    }

    /** Records of changes are told once: of what the broker drops before a service is back nothing is left. */
    @Test
    void brokers_keep_what_a_service_that_is_away_has_not_read_for_longer_than_the_outbox_does() throws IOException {
        Map<String, Object> defaults = new Yaml()
                .load(Files.readString(
                        TopologyTest.ROOT.resolve("common/web/src/main/resources/zhengqi-defaults.yaml")));
        var heard = map(map(map(defaults.get("zhengqi")).get("retention")).get("events"))
                .get("heard");
        var days = Period.parse("P" + String.valueOf(heard).toUpperCase(Locale.ROOT))
                .getDays();
        assertThat(read("broker.conf")).contains("fileReservedTime=" + RocketMqServer.KEPT.toHours() + "\n");
        assertThat(RocketMqServer.KEPT).isGreaterThan(Duration.ofDays(days));
    }

    /** What is written into .env as the paper says and does not reach its container would do nothing, without a word. */
    @Test
    void what_the_paper_lets_be_set_reaches_its_containers() throws IOException {
        var inTheImage = Set.of("ZHENGQI_WEB_ROOT", "ZHENGQI_OPENAPI_ROOT");
        var paper = Files.readString(TopologyTest.ROOT.resolve("docs/operations.md"));
        List<String[]> rows = paper.substring(paper.indexOf("Secrets come from the environment only"))
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        List<String> receivers = List.of();
        for (var row : rows) {
            receivers = row[2].strip().equals("the same") ? receivers : receivers(row[2].strip());
            var names = Pattern.compile("`([A-Z_<>]+)`")
                    .matcher(row[1])
                    .results()
                    .map(it -> it.group(1))
                    .toList();
            var family = "";
            for (var name : names) {
                if (name.contains("<")) {
                    // It and what is short for it have names that the file cannot know.
                    break;
                }
                family = name.startsWith("ZHENGQI_") ? name.split("_", -1)[1] : family;
                if (inTheImage.contains(name)) {
                    continue;
                }
                var begin = "ZHENGQI_" + family + "_";
                for (var receiver : receivers) {
                    Map<String, Object> environment =
                            map(containers.get(receiver).get("environment"));
                    assertThat(environment.keySet())
                            .as(name + " of " + receiver)
                            .anyMatch(set -> set.startsWith(begin) && set.endsWith(name));
                }
            }
        }
    }

    /** As the paper names them: "all", "each service", "gateway, auth-, user-service". */
    private static List<String> receivers(String words) {
        if (words.equals("all") || words.startsWith("each service")) {
            return Topology.SERVICES.stream()
                    .filter(service -> words.equals("all") || service.schema() != null)
                    .map(Topology.Service::name)
                    .toList();
        }
        return Stream.of(words.split(", ", -1))
                .map(name -> name.endsWith("-") ? name + "service" : name)
                .toList();
    }

    @Test
    void a_service_runs_in_compose_with_the_jvm_settings_that_the_bench_gives_it() throws IOException {
        assertThat(read("Dockerfile"))
                .contains("COPY deploy/jvm/production.options ./", "\"java\", \"@/app/production.options\", ");
        assertThat(read("Dockerfile.dockerignore")).contains("!deploy/jvm/production.options");
        assertThat(Files.readString(TopologyTest.ROOT.resolve("deploy/jvm/production.options")))
                .doesNotContain("TieredStopAtLevel");
        for (var service : Topology.SERVICES) {
            Map<String, Object> environment = map(containers.get(service.name()).get("environment"));
            assertThat(environment).containsEntry("JAVA_TOOL_OPTIONS", ServiceJvm.productionHeap(service));
        }
    }

    @Test
    void who_holds_no_session_gets_no_key_to_them() {
        assertThat(containers.entrySet().stream()
                        .filter(container -> container.getValue().get("environment") instanceof Map<?, ?> environment
                                && environment.containsKey("ZHENGQI_REDIS_URL"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("gateway", "auth-service");
    }

    /** Without the two that stand in the gateway's image, and what need not be set. */
    private static List<String> ours(Map<String, ?> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getValue() != null
                        && !variable.getValue().toString().endsWith(":-}"))
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("ZHENGQI_") && !name.endsWith("_ROOT"))
                .toList();
    }

    @Test
    void only_the_gateway_is_reached_from_outside_and_only_on_this_machine() {
        containers.forEach((name, container) -> {
            if (name.equals("gateway")) {
                assertThat(container.get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
            } else {
                assertThat(container).as(name).doesNotContainKeys("ports", "network_mode");
            }
        });
    }

    @Test
    void services_can_write_nowhere_and_have_no_rights_of_the_machine() {
        for (var service : Topology.SERVICES) {
            assertThat(containers.get(service.name()))
                    .as(service.name())
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .doesNotContainKeys("privileged", "cap_add", "user", "pid", "devices");
        }
        assertThat(read("Dockerfile"))
                .as("whatever an image begins with, it runs as somebody who may nothing")
                .containsPattern("(?m)^FROM [^\n]+ AS service\\R(?:(?!^FROM ).*\\R)*^USER 10001$");
    }

    @Test
    void no_secret_is_written_down_and_none_has_a_default() {
        assertThat(Pattern.compile("(?i)(password|secret|key|token)[A-Z_]*: (?!\\$\\{[A-Z_]+:\\?|zhengqi\n).*")
                        .matcher(text)
                        .results()
                        .map(result -> result.group().strip()))
                .isEmpty();
    }

    @Test
    void every_service_knows_its_own_secret_and_auth_service_knows_them_all() {
        Map<String, Object> auth = map(containers.get("auth-service").get("environment"));
        for (var service : Topology.SERVICES) {
            if (service.schema() != null) {
                Map<String, Object> environment =
                        map(containers.get(service.name()).get("environment"));
                var own = service.name().equals("auth-service")
                        ? "ZHENGQI_SERVICE_SECRET"
                        : Secrets.serviceSecretName(service.name());
                assertThat(auth.get(own)).isEqualTo(environment.get("ZHENGQI_SERVICE_SECRET"));
            }
        }
    }

    @Test
    void metrics_of_every_service_are_read() {
        Map<String, Object> prometheus = new Yaml().load(read("prometheus.yml"));
        Map<String, Object> job = map(((List<?>) prometheus.get("scrape_configs")).getFirst());
        Map<String, Object> configuration = map(((List<?>) job.get("static_configs")).getFirst());
        assertThat((List<?>) configuration.get("targets"))
                .map(Object::toString)
                .containsExactlyElementsOf(Topology.SERVICES.stream()
                        .map(service -> service.name() + ":" + service.port())
                        .toList());
    }

    @Test
    void the_log_of_operations_gets_the_owner_that_the_launcher_gives_it() {
        String role = Topology.serviceNamed(Topology.OPS).role();
        assertThat(read("postgres-operation-log.sh"))
                .contains("zhengqi.log_writer = '" + role + "'", "--single-transaction", "-f /operation-log.sql");
        assertThat((List<?>) containers.get("postgres").get("volumes"))
                .map(Object::toString)
                .anyMatch(mounted -> mounted.endsWith("operation-log.sql:/operation-log.sql:ro"))
                .anyMatch(mounted -> mounted.startsWith("./postgres-operation-log.sh:/docker-entrypoint-initdb.d/20-"));
    }

    @Test
    void the_broker_owns_its_store_and_services_wait_until_it_answers() {
        Map<String, Object> broker = map(containers.get("rocketmq-broker"));
        assertThat(map(map(broker.get("depends_on")).get("rocketmq-storage")))
                .containsEntry("condition", "service_completed_successfully");
        assertThat(broker).containsKey("healthcheck");
        assertThat(containers.get("rocketmq-storage"))
                .containsEntry("user", "root")
                .containsEntry("image", broker.get("image"))
                .containsEntry("volumes", List.of("rocketmq:/home/rocketmq/store"));
        for (var service : Topology.SERVICES) {
            assertThat(map(map(containers.get(service.name()).get("depends_on")).get("rocketmq-broker")))
                    .as(service.name())
                    .containsEntry("condition", "service_healthy");
        }
    }

    @Test
    void mounted_files_exist() {
        containers.values().stream()
                .flatMap(container -> Stream.ofNullable(container.get("volumes")))
                .flatMap(volumes -> ((List<?>) volumes).stream())
                .map(volume -> volume.toString()
                        .replace("${ZHENGQI_DISTRICT:-banan}", Workspace.FIRST_DISTRICT)
                        .split(":", -1)[0])
                .filter(source -> source.startsWith("."))
                .forEach(source -> assertThat(FOLDER.resolve(source)).exists());
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(Object value) {
        return (Map<String, V>) Objects.requireNonNull(value);
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
