package cn.zhengqi.bench.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StandingBenchesTest {

    /** What both benches need of the service. An edition that is lost on its way would be waited for without end. */
    @Test
    @Timeout(180)
    void a_district_starts_and_its_enterprises_are_judged() throws Exception {
        try (District district = new District(1, 2, 3, true)) {
            assertThat(district.judgeAll()).isPositive();
            assertThat(district.jdbc()
                            .sql("select count(*) from standing where length(cells) >= 6")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
            FreshnessBench freshness = new FreshnessBench(district);
            freshness.run(1);
            assertThat(freshness.ruleMillis())
                    .describedAs("an edition that came through outbox and broker is judged")
                    .hasSize(1);
        }
    }
}
