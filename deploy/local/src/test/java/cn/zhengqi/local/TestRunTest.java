package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

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
}
