package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScanBenchTest {

    @Test
    void what_a_process_uses_anyway_is_no_cost_of_a_scan() {
        var used = ScanBench.used(
                Map.of("gateway", 10.0, "redis", 1.0),
                Map.of("gateway", 14.0, "redis", 1.5),
                Map.of("gateway", 0.1),
                20);
        assertThat(used).isEqualTo(Map.of("gateway", 2.0, "redis", 0.5));
    }

    @Test
    void of_a_process_that_went_away_nothing_is_said() {
        assertThat(ScanBench.used(Map.of("gateway", 10.0), Map.of(), Map.of(), 20))
                .isEmpty();
    }
}
