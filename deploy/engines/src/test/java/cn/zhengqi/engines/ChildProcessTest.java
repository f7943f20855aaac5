package cn.zhengqi.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void it_is_found_again_by_a_later_launcher() {
        var home = EngineHome.at(folder, folder);
        var started = ChildProcess.start("sleeper", home, List.of("sleep", "300"), Map.of());
        try {
            assertThat(ChildProcess.running("sleeper", home).orElseThrow().pid())
                    .isEqualTo(started.pid());
        } finally {
            started.kill();
        }
        assertThat(ChildProcess.running("sleeper", home)).isEmpty();
    }

    @Test
    void a_pid_that_the_kernel_gave_to_somebody_else_is_not_taken_for_ours() throws Exception {
        var home = EngineHome.at(folder, folder);
        var stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(folder.resolve("sleeper.pid"), stranger.pid() + " 12345\n");
            assertThat(ChildProcess.running("sleeper", home)).isEmpty();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void only_who_is_given_the_pin_of_the_key_device_has_it() {
        assertThat(KeyDeviceVariables.in(System.getenv()))
                .as("of this process, see pom.xml")
                .containsOnlyKeys("ZHENGQI_KEY_DEVICE_PIN", "SOFTHSM2_CONF");
        assertThat(environmentOf("stranger", Map.of("OWN", "given")))
                .contains("OWN=given")
                .anyMatch(variable -> variable.startsWith("PATH="))
                .noneMatch(variable -> variable.startsWith("ZHENGQI_KEY_DEVICE_") || variable.startsWith("SOFTHSM2_"));
        assertThat(environmentOf("encrypting", KeyDeviceVariables.in(System.getenv())))
                .contains("ZHENGQI_KEY_DEVICE_PIN=of-the-test", "SOFTHSM2_CONF=of-the-test");
    }

    private List<String> environmentOf(String name, Map<String, String> given) {
        var command = List.of("sh", "-c", "env && echo all told && exec sleep 300");
        var child = ChildProcess.start(name, EngineHome.at(folder, folder), command, given);
        try {
            child.await(Duration.ofSeconds(20), () -> child.logTail(1000).contains("all told"));
            return child.logTail(1000).lines().toList();
        } finally {
            child.kill();
        }
    }

    @Test
    void one_that_dies_while_starting_is_reported_with_its_last_words() {
        var home = EngineHome.at(folder, folder);
        var child = ChildProcess.start(
                "talker", home, List.of("sh", "-c", "sleep 0.2; echo no disk left; exit 3"), Map.of());
        assertThatThrownBy(() -> child.await(Duration.ofSeconds(20), () -> false))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("talker died while starting")
                .hasMessageContaining("talker.log")
                .hasMessageContaining("no disk left");
    }
}
