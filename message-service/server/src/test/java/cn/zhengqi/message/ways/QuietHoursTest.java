package cn.zhengqi.message.ways;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

    @Test
    void a_night_ends_on_the_next_morning() {
        assertThat(NIGHT.until(at("2030-03-04T22:00"))).contains(at("2030-03-05T08:00"));
        assertThat(NIGHT.until(at("2030-03-04T23:59"))).contains(at("2030-03-05T08:00"));
    }

    @Test
    void after_midnight_it_ends_on_the_same_morning() {
        assertThat(NIGHT.until(at("2030-03-05T00:00"))).contains(at("2030-03-05T08:00"));
        assertThat(NIGHT.until(at("2030-03-05T07:59"))).contains(at("2030-03-05T08:00"));
    }

    @Test
    void when_it_has_ended_it_is_quiet_no_more() {
        assertThat(NIGHT.until(at("2030-03-05T08:00"))).isEmpty();
        assertThat(NIGHT.until(at("2030-03-05T21:59"))).isEmpty();
    }

    @Test
    void hours_within_a_day_end_on_it() {
        assertThat(NOON.until(at("2030-03-05T11:59"))).isEmpty();
        assertThat(NOON.until(at("2030-03-05T12:00"))).contains(at("2030-03-05T14:00"));
        assertThat(NOON.until(at("2030-03-05T14:00"))).isEmpty();
    }

    @Test
    void who_wants_none_is_reached_at_any_hour() {
        assertThat(QuietHours.NONE.until(at("2030-03-05T00:00"))).isEmpty();
        assertThat(new Quiet(Quiet.Mode.NONE, null, null).hours(NIGHT).until(at("2030-03-05T03:00")))
                .isEmpty();
    }

    @Test
    void hours_of_ones_own_hold_instead_of_those_of_the_district() {
        Quiet own = new Quiet(Quiet.Mode.OWN, LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(own.hours(NIGHT).until(at("2030-03-05T23:00"))).isEmpty();
        assertThat(own.hours(NIGHT).until(at("2030-03-05T13:00"))).contains(at("2030-03-05T14:00"));
        assertThat(Quiet.OF_DISTRICT.hours(NIGHT)).isEqualTo(NIGHT);
    }

    @Test
    void the_next_digest_goes_today_or_tomorrow() {
        WaysSettings settings = new WaysSettings(LocalTime.of(22, 0), LocalTime.of(8, 0), LocalTime.of(9, 0));
        assertThat(settings.nextDigest(at("2030-03-05T08:59"))).isEqualTo(at("2030-03-05T09:00"));
        assertThat(settings.nextDigest(at("2030-03-05T09:00"))).isEqualTo(at("2030-03-06T09:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }
}
