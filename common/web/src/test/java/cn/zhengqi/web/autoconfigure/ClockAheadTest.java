package cn.zhengqi.web.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ClockAheadTest {

    private final ZhengqiWebAutoConfiguration web = new ZhengqiWebAutoConfiguration();
    private final MockEnvironment ownMachine = new MockEnvironment();
    private final MockEnvironment elsewhere = new MockEnvironment();

    ClockAheadTest() {
        ownMachine.setActiveProfiles("local");
    }

    @Test
    void the_clock_goes_right_as_long_as_nobody_says_otherwise() {
        assertThat(web.clock(Duration.ZERO, elsewhere)).isEqualTo(Clock.systemUTC());
        assertThat(web.clock(Duration.ZERO, ownMachine)).isEqualTo(Clock.systemUTC());
    }

    @Test
    void on_a_machine_of_one_s_own_a_service_can_be_days_ahead() {
        Clock ahead = web.clock(Duration.ofDays(3), ownMachine);

        assertThat(Duration.between(Instant.now(), ahead.instant()))
                .isBetween(
                        Duration.ofDays(3).minusMinutes(1), Duration.ofDays(3).plusMinutes(1));
    }

    @Test
    void no_other_installation_starts_with_a_clock_that_is_wrong_and_none_goes_back() {
        assertThatThrownBy(() -> web.clock(Duration.ofDays(3), elsewhere)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> web.clock(Duration.ofDays(-1), ownMachine)).isInstanceOf(IllegalStateException.class);
    }
}
