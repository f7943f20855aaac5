package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.local.TestRun.Count;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunTest {

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final Terminal SILENT = new Terminal(NOWHERE, NOWHERE);

    @Test
    void a_surefire_report_is_counted_with_those_skipped_apart() {
        var report = """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" version="3.0.2" name="A" time="0.1" tests="9" errors="1" skipped="2" failures="3" flakes="0">
                  <testcase name="tests=&quot;7&quot;"/>
                </testsuite>""";
        assertThat(TestRun.suite(report)).isEqualTo(new Count(3, 4, 2));
    }

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
    void a_vitest_report_is_counted() {
        assertThat(
                        TestRun.vitest(
                                "{\"numTotalTests\":13,\"numPassedTests\":10,\"numFailedTests\":2,\"numPendingTests\":1,\"success\":false}"))
                .isEqualTo(new Count(10, 2, 1));
    }
}
