package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJvmTest {

    private static final Map<String, String> DEVICE =
            Map.of("ZHENGQI_KEY_DEVICE_LIBRARY", "/usr/lib/hsm.so", "ZHENGQI_KEY_DEVICE_PIN", "1234");

    @TempDir
    Path root;

    @Test
    void what_libraries_keep_in_a_home_lies_in_the_state_of_the_copy_in_training_too() {
        var workspace = Workspace.of(root, 0);
        var jvm = jvm(workspace);
        for (var service : Topology.SERVICES) {
            var application = new Application(service, root.resolve("apps").resolve(service.name()));
            var home = "-Duser.home=" + workspace.state().resolve(service.name());
            for (var settings : ServiceJvm.Settings.values()) {
                assertThat(jvm.command(application, settings))
                        .as(service.name() + " " + settings)
                        .containsOnlyOnce(home);
            }
            assertThat(jvm.trainingCommand(application, root.resolve("training.aot")))
                    .as("training of " + service.name())
                    .containsOnlyOnce(home);
            assertThat(String.join(" ", jvm.command(application, ServiceJvm.Settings.LOCAL)) + jvm.environment(service))
                    .as("what %s is started with".formatted(service.name()))
                    .doesNotContain("=" + System.getenv("HOME") + "/.")
                    .doesNotContain("=" + System.getProperty("user.home"));
        }
    }

    @Test
    void a_training_which_is_cut_short_begins_no_demo_data() {
        var jvm = jvm(Workspace.of(root, 0));
        for (var service : Topology.SERVICES) {
            var training = new TreeMap<>(jvm.trainingEnvironment(service));
            assertThat(training.put("ZHENGQI_DEMO_ENABLED", "true")).isEqualTo("false");
            assertThat(training).as(service.name()).isEqualTo(jvm.environment(service));
        }
    }

    @Test
    void the_pin_of_the_key_device_is_for_services_that_encrypt_and_for_no_other() {
        var jvm = jvm(Workspace.of(root, 0));
        assertThat(Topology.ENCRYPTING).isNotEmpty();
        for (var service : Topology.SERVICES) {
            var environment = assertThat(jvm.environment(service)).as(service.name());
            if (Topology.ENCRYPTING.contains(service.name())) {
                environment.containsAllEntriesOf(DEVICE);
            } else {
                environment.doesNotContainKeys(DEVICE.keySet().toArray(String[]::new));
            }
        }
    }

    /** {@code docs/adr/0088}: where all of them wait for a class, whoever loads it needs one more. */
    @Test
    void there_are_more_carriers_than_requests_that_are_let_in_here_and_in_production() throws IOException {
        var project = TopologyTest.ROOT;
        var carriers = "-Djdk.virtualThreadScheduler.parallelism=";
        var letIn = Pattern.compile("\"(\\d+)\"\\) int atOnce")
                .matcher(Files.readString(project.resolve(
                        "common/web/src/main/java/cn/zhengqi/web/autoconfigure/ZhengqiProperties.java")));
        assertThat(letIn.find()).isTrue();
        var production = Files.readAllLines(project.resolve("deploy/jvm/production.options")).stream()
                .filter(line -> line.startsWith(carriers))
                .toList();

        assertThat(production)
                .singleElement()
                .satisfies(line -> assertThat(Integer.parseInt(line.substring(carriers.length())))
                        .isGreaterThanOrEqualTo(2 * Integer.parseInt(letIn.group(1))));
        var service = Topology.SERVICES.getFirst();
        assertThat(jvm(Workspace.of(root, 0))
                        .command(new Application(service, root.resolve("apps")), ServiceJvm.Settings.LOCAL))
                .containsAll(production);
    }

    private ServiceJvm jvm(Workspace workspace) {
        return new ServiceJvm(workspace, Topology.of(0, List.of()), Secrets.in(workspace.state()), DEVICE);
    }
}
