package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowMomentsTest {

    private static final int RATE = 100;

    @Test
    void the_slowest_hundredth_are_told_by_the_moment_in_which_they_were_due() {
        var times = new long[400];
        Arrays.fill(times, TimeUnit.MILLISECONDS.toNanos(10));
        times[49] = TimeUnit.MILLISECONDS.toNanos(200);
        times[50] = TimeUnit.MILLISECONDS.toNanos(300);
        times[51] = TimeUnit.MILLISECONDS.toNanos(310);
        times[399] = TimeUnit.MILLISECONDS.toNanos(90);
        assertThat(SlowMoments.slowest(times, RATE))
                .containsExactly(
                        Map.entry(0, List.of(TimeUnit.MILLISECONDS.toNanos(200))),
                        Map.entry(1, List.of(TimeUnit.MILLISECONDS.toNanos(300), TimeUnit.MILLISECONDS.toNanos(310))),
                        Map.entry(7, List.of(TimeUnit.MILLISECONDS.toNanos(90))));
    }

    @Test
    void who_used_the_processors_in_a_moment_is_named_busiest_first() {
        assertThat(SlowMoments.busiest(
                        Map.of("gateway", 1.0, "redis", 2.0, "postgres", 3.0),
                        Map.of("gateway", 1.25, "redis", 2.0, "postgres", 3.5)))
                .isEqualTo("postgres 1.00, gateway 0.50, redis 0.00");
    }
}
