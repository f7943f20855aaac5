package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedProcessTest {

    /** What a launcher does that runs Maven, which runs a compiler. */
    public static final class Launching {

        private Launching() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (var build = AttachedProcess.start(new ProcessBuilder("sh", "-c", "sleep 300 & echo $!; wait"))) {
                var lines = new BufferedReader(
                        new InputStreamReader(build.process().getInputStream(), StandardCharsets.UTF_8));
                System.out.println(build.process().pid() + " " + lines.readLine());
                build.waitFor();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void nothing_of_a_build_outlives_a_launcher_that_is_killed(String signal) throws Exception {
        var launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launching.class.getName())
                .start();
        var line =
                new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8)).readLine();
        var pids = List.of(line.split(" ", -1));
        assertThat(pids).hasSize(2);
        var children = pids.stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();

        new ProcessBuilder("kill", "-" + signal, "" + launcher.pid()).start().waitFor();

        for (var child : children) {
            child.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void its_exit_is_told() throws Exception {
        try (var build = AttachedProcess.start(new ProcessBuilder("sh", "-c", "exit 7"))) {
            assertThat(build.waitFor()).isEqualTo(7);
        }
    }
}
