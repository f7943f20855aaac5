package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
