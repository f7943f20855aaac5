package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.engines.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines are real; there are no services, which the browser journeys start all the time. */
class PlatformTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(stream(), stream());

    @Test
    void a_later_launcher_adopts_what_an_earlier_one_started_and_can_end_it() throws IOException {
        var nacosFolder = Files.createDirectories(root.resolve("deploy/nacos"));
        Files.copy(
                TopologyTest.ROOT.resolve("deploy/nacos/zhengqi-common.yaml"),
                nacosFolder.resolve("zhengqi-common.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        var district = Files.createDirectories(root.resolve("deploy/district").resolve(Workspace.FIRST_DISTRICT));
        Files.writeString(district.resolve("district.yaml"), "zhengqi.district.name: 示例区\n");
        int offset = freeOffset();
        var first = platform(offset);
        try {
            first.up();
            var pids = first.pids();
            assertThat(pids).containsOnlyKeys(Topology.ENGINES);
            var second = platform(offset);
            second.up();
            assertThat(second.pids()).isEqualTo(pids);
            assertThat(second.status()).isTrue();
            a_service_that_dies_at_its_start_is_told_with_its_log(offset);
            second.down();
            assertThat(first.pids()).isEmpty();
            assertThat(first.status()).isFalse();
        } finally {
            first.down();
        }
    }

    /** Beside the engines that run for it anyway: they take their time. */
    private void a_service_that_dies_at_its_start_is_told_with_its_log(int offset) throws IOException {
        var topology = Topology.of(offset, List.of("stats-service"));
        var workspace = Workspace.of(root, offset);
        var service = topology.services().getFirst();
        var jar = root.resolve(service.module()).resolve("target/stats-service.jar");
        Files.createDirectories(jar.getParent());
        pack(Dying.class, jar);
        var application = Application.of(service, workspace);
        Files.createDirectories(application.folder());
        Files.copy(jar, application.jar());

        assertThatThrownBy(() -> new Platform(workspace, topology, terminal).up())
                .hasMessageContaining("stats-service died while starting")
                .hasMessageContaining(workspace.log("stats-service").toString())
                .hasMessageContaining("the figures are gone");
        one_that_does_not_run_is_started_and_nothing_is_trained_before(
                new Platform(workspace, topology, terminal), service);
    }

    private void one_that_does_not_run_is_started_and_nothing_is_trained_before(
            Platform platform, Topology.Service service) {
        printed.reset();
        assertThatThrownBy(() -> platform.awaken(service)).hasMessageContaining("stats-service died while starting");
        assertThatThrownBy(() -> platform.restart(service, process -> false))
                .hasMessageContaining("stats-service died while starting");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("stats-service does not run; it is started")
                .doesNotContain("Training");
    }

    /** A service that finds something amiss. */
    public static final class Dying {

        private Dying() {}

        public static void main(String[] arguments) {
            System.err.println("the figures are gone");
            System.exit(9);
        }
    }

    private static void pack(Class<?> main, Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        var entry = main.getName().replace('.', '/') + ".class";
        try (var packed = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = main.getClassLoader().getResourceAsStream(entry)) {
            packed.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(code).transferTo(packed);
            packed.closeEntry();
        }
    }

    @Test
    void a_port_in_use_is_refused_before_anything_starts() throws IOException {
        int offset = freeOffset();
        int port = Topology.of(offset, List.of()).redisPort();
        try (var stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var platform = platform(offset);
            assertThatThrownBy(platform::up)
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("port " + stranger.getLocalPort() + " for redis is in use by pid "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("ZHENGQI_PORT_OFFSET");
            assertThat(platform.pids()).isEmpty();
        }
    }

    @Test
    void a_pid_file_of_a_process_that_is_long_gone_ends_nobody() throws IOException {
        var stranger = new ProcessBuilder("sleep", "300").start();
        try {
            var workspace = Workspace.of(root, 0);
            Files.createDirectories(workspace.state().resolve("gateway"));
            Files.writeString(workspace.state().resolve("gateway/gateway.pid"), stranger.pid() + " 4711\n");
            var platform = new Platform(workspace, Topology.of(0, List.of("gateway")), terminal);
            assertThat(platform.pids()).isEmpty();
            platform.down();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_district_that_there_is_not_is_said_before_anything_starts() {
        var workspace = Workspace.of(root, "atlantis", 0);
        assertThat(workspace.state().getFileName()).hasToString("local-atlantis");
        assertThatThrownBy(workspace::districtConfiguration).hasMessageContaining("there is no district atlantis");
        assertThatThrownBy(() -> Workspace.of(root, "../banan", 0)).hasMessageContaining("no name of a district");
    }

    @Test
    void a_second_command_on_the_same_copy_is_refused() {
        var lock = new CommandLock(root.resolve("local.lock"));
        lock.hold(() -> assertThatThrownBy(() -> new CommandLock(root.resolve("local.lock")).hold(() -> {}))
                .hasMessageContaining("another ./zhengqi command"));
        lock.hold(() -> {});
    }

    private Platform platform(int offset) {
        return new Platform(Workspace.of(root, offset), new Topology(offset, List.of()), terminal);
    }

    /** An offset at which no engine's port is taken, so that this test can run beside a running platform. */
    private static int freeOffset() {
        for (int offset = -2000; offset > -12000; offset -= 97) {
            if (new Topology(offset, List.of()).ports().values().stream().allMatch(Ports::isFree)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private PrintStream stream() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }
}
