package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    @Test
    void the_day_turns_at_midnight_in_shanghai() {
        assertThat(BusinessTime.dayOf(Instant.parse("2026-03-31T15:59:59Z"))).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(BusinessTime.dayOf(Instant.parse("2026-03-31T16:00:00Z"))).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void a_day_that_is_named_as_the_last_one_counts_through_its_last_minute() {
        Instant end = BusinessTime.endOf(LocalDate.of(2026, 12, 31));

        assertThat(end).isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(BusinessTime.dayOf(end.minusSeconds(60))).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(BusinessTime.lastDayOf(end)).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void what_is_used_up_for_the_day_can_be_done_again_when_the_next_has_begun() {
        assertThat(BusinessTime.secondsUntilTomorrow(Instant.parse("2026-03-31T15:59:00Z")))
                .isEqualTo(60);
        assertThat(BusinessTime.secondsUntilTomorrow(Instant.parse("2026-03-31T15:59:59.5Z")))
                .isEqualTo(1);
        assertThat(BusinessTime.secondsUntilTomorrow(Instant.parse("2026-03-31T16:00:00Z")))
                .isEqualTo(24 * 3600);
    }
}
