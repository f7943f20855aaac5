package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFiguresTest {

    @TempDir
    Path proc;

    @Test
    void a_process_counts_with_its_children_and_without_those_that_have_ended() throws IOException {
        process(7, 150, 2048);
        process(8, 50, 1024);

        var figures = ProcessFigures.of(proc, 7, 8, 9);

        assertThat(figures.cpuSeconds()).hasValue(2.0);
        assertThat(figures.pssMb()).hasValue(3.0);
    }

    @Test
    void children_of_children_are_a_process_s_too() throws IOException {
        started(7, "8 9 ");
        started(8, "10 ");
        started(9, "");
        started(10, "");

        assertThat(ProcessFigures.children(proc, 7)).containsExactlyInAnyOrder(8L, 9L, 10L);
    }

    @Test
    void what_the_machine_waited_for_is_not_what_it_used_and_what_its_host_took_is_told_apart() throws IOException {
        Files.writeString(proc.resolve("stat"), """
                cpu  1000 200 300 9000 800 30 70 500 0 0
                cpu0 1000 200 300 9000 800 30 70 500 0 0
                """);

        assertThat(ProcessFigures.machine(proc)).contains(new ProcessFigures.Machine(16.0, 5.0));
    }

    @Test
    void what_the_machine_used_is_unknown_where_the_system_does_not_say_it() {
        assertThat(ProcessFigures.machine(proc)).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_unknown_and_not_nothing() throws IOException {
        process(7, 150, 2048);
        Files.delete(proc.resolve("7/smaps_rollup"));
        Files.createDirectory(proc.resolve("7/smaps_rollup"));

        var figures = ProcessFigures.of(proc, 7);

        assertThat(figures.cpuSeconds()).hasValue(1.5);
        assertThat(figures.pssMb()).isEmpty();
        assertThat(ProcessFigures.megabytes(figures.pssMb())).isEqualTo("  unknown");
        assertThat(ProcessFigures.megabytes(OptionalDouble.of(3))).isEqualTo("     3 MB");
    }

    @Test
    void this_very_process_has_figures() {
        assertThat(ProcessFigures.of(ProcessHandle.current().pid()).pssMb().getAsDouble())
                .isPositive();
    }

    private void started(int pid, String children) throws IOException {
        Files.writeString(
                Files.createDirectories(proc.resolve(pid + "/task/" + pid)).resolve("children"), children);
    }

    private void process(int pid, int ticks, int pssKb) throws IOException {
        var folder = Files.createDirectories(proc.resolve("" + pid));
        Files.writeString(folder.resolve("stat"), pid + " (a b) S" + " 0".repeat(10) + " " + ticks + " 0 0 0 20");
        Files.writeString(folder.resolve("smaps_rollup"), "Rss: 9 kB\nPss:   " + pssKb + " kB\nPss_Dirty: 7 kB\n");
    }
}
