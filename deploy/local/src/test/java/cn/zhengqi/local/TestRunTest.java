package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunTest {

    /** From here on Linux gives ports to whoever calls somebody. */
    private static final int PORTS_OF_CALLERS = 32_768;

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final Terminal SILENT = new Terminal(NOWHERE, NOWHERE);

    @Test
    void a_report_of_the_run_before_is_not_counted_again(@TempDir Path folder) throws IOException {
        var report = Files.writeString(folder.resolve("vitest.json"), "{\"numPassedTests\":13}");

        assertThat(TestRun.fresh(report)).isEqualTo(report).doesNotExist();
        assertThat(TestRun.fresh(report)).isEqualTo(report);
    }

    @Test
    void a_broken_invariant_is_not_tried_away_and_what_could_not_begin_is_begun_once_more() {
        var tries = new ArrayList<Boolean>();

        assertThat(TestRun.secondTryIfItCannotBegin(1, () -> !tries.add(true), SILENT))
                .isFalse();
        assertThat(tries).hasSize(1);

        assertThat(TestRun.secondTryIfItCannotBegin(
                        1,
                        () -> {
                            tries.add(true);
                            if (tries.size() == 2) {
                                throw new LauncherException("nobody answers");
                            }
                            return true;
                        },
                        SILENT))
                .isTrue();
        assertThat(tries).hasSize(3);
    }

    @Test
    void what_breaks_off_before_its_tests_is_a_failure_though_all_else_passes(@TempDir Path folder) {
        var run = new TestRun(Workspace.of(folder, 0), SILENT);
        var passed = new AtomicBoolean();

        assertThat(run.sideBySide(() -> passed.set(true)).failed()).isZero();
        assertThat(run.sideBySide(() -> passed.set(true), () -> {
                            throw new LauncherException("npm ci failed");
                        })
                        .failed())
                .isOne();
        assertThat(passed).isTrue();
    }

    @Test
    void both_copies_run_side_by_side_on_ports_that_no_caller_has_taken() {
        var first = Topology.of(TestRun.PORT_OFFSET, List.of()).ports().values();
        var second = Topology.of(TestRun.SECOND_PORT_OFFSET, List.of()).ports().values();

        assertThat(second).doesNotContainAnyElementsOf(first);
        assertThat(Stream.concat(first.stream(), second.stream())).allMatch(port -> port < PORTS_OF_CALLERS);
    }
}
