package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person types it: a process of its own, judged by what it prints and by its exit. */
class LauncherTest {

    private record Ended(int exit, String said) {}

    private static final Path SCRIPT = Path.of("../../zhengqi").toAbsolutePath().normalize();

    @TempDir
    Path root;

    @Test
    void reset_asks_first_and_deletes_nothing_without_a_yes() throws Exception {
        var kept = Files.writeString(Workspace.of(root, 0).state().resolve("kept"), "data");

        var refused = launcher("no\n", "reset");
        assertThat(refused.said()).contains("This deletes all local data", "nothing was deleted");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(kept).exists();

        var agreed = launcher("yes\n", "reset");
        assertThat(agreed.exit()).as(agreed.said()).isZero();
        assertThat(kept).doesNotExist();
    }

    @Test
    void help_names_all_that_can_be_rebuilt() throws Exception {
        var help = launcher("", "help");
        var rebuild = help.said()
                .substring(help.said().indexOf("rebuild WHAT"), help.said().indexOf("keys rotate"));
        assertThat(rebuild).contains(Launcher.REBUILT);
    }

    /** The script prints the text by itself, for the program may not be built yet. */
    @Test
    void the_script_prints_the_same_words_as_the_program() throws Exception {
        var program = launcher("", "help").said().strip();
        var help = ended(new ProcessBuilder(SCRIPT.toString(), "help"), "");
        assertThat(help.exit()).isZero();
        assertThat(help.said().strip()).isEqualTo(program);

        var unknown = ended(new ProcessBuilder(SCRIPT.toString(), "strat"), "");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.said()).contains("there is no command strat", program);
    }

    @Test
    void status_of_what_does_not_run_names_every_process_and_is_no_success() throws Exception {
        var status = launcher("", "status");
        assertThat(status.exit()).isEqualTo(3);
        assertThat(status.said().lines().filter(line -> line.contains(" down ")))
                .hasSize(Topology.ENGINES.size() + Topology.SERVICES.size());
    }

    @Test
    void logs_shows_the_last_lines_of_what_there_is() throws Exception {
        assertThat(launcher("", "logs").said()).contains("no process has written a log");

        var log = Workspace.of(root, 0).log("gateway");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "Started GatewayApplication\n");
        var shown = launcher("", "logs");
        assertThat(shown.exit()).as(shown.said()).isZero();
        assertThat(shown.said()).contains("Started GatewayApplication");
        var unknown = launcher("", "logs", "gatway");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.said()).contains("there is no process gatway").contains("gateway");
    }

    @Test
    void what_it_does_not_know_is_said_with_what_there_is() throws Exception {
        var unknown = launcher("", "strat");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.said()).contains("there is no command strat").contains("restart SERVICE");
        assertThat(launcher("", "restart").exit()).isEqualTo(1);
        var keys = launcher("", "keys", "rotat");
        assertThat(keys.exit()).isEqualTo(1);
        assertThat(keys.said()).contains("./zhengqi keys rotate");
        var chaos = launcher("", "chaos", "everything");
        assertThat(chaos.exit()).isEqualTo(1);
        assertThat(chaos.said()).contains("./zhengqi chaos orders");
        assertThat(launcher("", "chaos", "orders", "many").exit()).isEqualTo(1);
    }

    /** What would be built is not there either: a build would be what fails. */
    @Test
    void a_service_that_does_not_exist_costs_no_build() throws Exception {
        var unknown = launcher("", "restart", "gatway");

        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.said()).contains("there is no service gatway");
    }

    private Ended launcher(String typed, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dzhengqi.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return ended(new ProcessBuilder(command), typed);
    }

    private static Ended ended(ProcessBuilder builder, String typed) throws IOException, InterruptedException {
        builder.redirectErrorStream(true).environment().keySet().removeIf(name -> name.startsWith("ZHENGQI_"));
        var process = builder.start();
        try (var keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
            keyboard.write(typed);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(said).isTrue();
        return new Ended(process.exitValue(), said);
    }
}
