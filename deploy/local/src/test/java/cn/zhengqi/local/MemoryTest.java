package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    private static final Topology WHOLE = Topology.of(0, List.of());

    @Test
    void where_there_is_enough_nothing_is_said() {
        assertThat(Memory.shortage(WHOLE, WHOLE.memoryMb())).isEmpty();
    }

    @Test
    void what_is_advised_where_there_is_too_little_can_be_done() {
        int part = Topology.of(0, Memory.PART).memoryMb();
        assertThat(Memory.shortage(WHOLE, part).orElseThrow())
                .contains("too little memory: " + part + " MB", "ZHENGQI_ONLY=" + String.join(",", Memory.PART));
        assertThat(Memory.shortage(Topology.of(0, Memory.PART), part)).isEmpty();
    }

    @Test
    void a_part_that_would_not_fit_either_is_not_advised() {
        assertThat(Memory.shortage(WHOLE, 500).orElseThrow())
                .endsWith("End other programs.")
                .doesNotContain("ZHENGQI_ONLY");
    }

    @Test
    void in_a_container_what_the_kernel_gives_back_is_available(@TempDir Path folder) throws IOException {
        Path machine = Files.writeString(folder.resolve("meminfo"), """
                MemTotal:       32768000 kB
                MemAvailable:   20480000 kB
                """);
        Files.writeString(folder.resolve("memory.max"), bytes(6144) + "\n");
        Files.writeString(folder.resolve("memory.current"), bytes(5120) + "\n");
        Files.writeString(folder.resolve("memory.stat"), """
                anon %d
                file %d
                inactive_file %d
                active_file %d
                slab_reclaimable %d
                """.formatted(
                        bytes(1024), bytes(4000), bytes(3000), bytes(1000), bytes(96)));

        assertThat(Memory.availableMb(machine, folder)).isEqualTo(6144 - 5120 + 3000 + 96);

        Files.writeString(folder.resolve("memory.max"), "max\n");
        assertThat(Memory.availableMb(machine, folder)).isEqualTo(20_000);
    }

    private static long bytes(long mb) {
        return mb * 1024 * 1024;
    }
}
