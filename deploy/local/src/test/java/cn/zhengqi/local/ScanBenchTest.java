package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void the_warm_up_goes_on_while_what_a_scan_costs_changes() {
        assertThat(ScanBench.isSettled(List.of(11.0, 11.0, 11.0, 11.0, 11.0, 11.0)))
                .as("of the first parts, which are restarts and waiting")
                .isFalse();
        assertThat(ScanBench.isSettled(List.of(80.0, 40.0, 30.0, 24.0, 20.0, 17.0, 15.0)))
                .isFalse();
        assertThat(ScanBench.isSettled(List.of(80.0, 20.0, 20.0, 20.0, 30.0, 30.0, 30.0)))
                .as("a compiler at work")
                .isFalse();
        assertThat(ScanBench.isSettled(List.of(80.0, 40.0, 20.0, 12.0, 11.0, 11.0, 12.0)))
                .isFalse();
        assertThat(ScanBench.isSettled(List.of(40.0, 12.0, 11.0, 12.0, 11.0, 12.0, 11.0)))
                .isTrue();
    }

    @Test
    void of_a_process_that_went_away_nothing_is_said() {
        assertThat(ScanBench.used(Map.of("gateway", 10.0), Map.of(), Map.of(), 20))
                .isEmpty();
    }
}
