package cn.zhengqi.finance.courts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedRecordsTest {

    private final SimulatedRecords simulator =
            new SimulatedRecords(Clock.fixed(Instant.parse("2026-11-26T02:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource
    void it_invents_the_same_for_the_same_demo_enterprise_some_have_something_and_nothing_looks_real(RecordKind kind) {
        assertThat(simulator.answers(kind, true)).isTrue();
        assertThat(simulator.answers(kind, false)).as("of nobody real").isFalse();
        assertThat(simulator.source()).isEqualTo(RecordSource.SIMULATED);
        var all = IntStream.range(0, 200)
                .mapToObj(it -> simulator.of(kind, "91500113DEMO%06d".formatted(it), "演示企业"))
                .toList();

        assertThat(all).anyMatch(it -> it.total() > 0).anyMatch(it -> it.total() == 0);
        assertThat(simulator.of(kind, "91500113DEMO000007", "演示企业")).isEqualTo(all.get(7));
        assertThat(all)
                .flatExtracting(OnRecord::records)
                .allSatisfy(it -> assertThat(it.number() + it.authority()).matches("|.*模拟.*"));
    }
}
