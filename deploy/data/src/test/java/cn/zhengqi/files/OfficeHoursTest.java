package cn.zhengqi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

    // 2026-11-27 is a Friday, 2026-12-01 a Tuesday.
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T09:00, true",
        "2026-11-27T17:29, true",
        "2026-11-27T08:59, false",
        "2026-11-27T17:30, false",
        "2026-11-28T10:00, false",
        "2026-10-01T10:00, false",
        "2027-01-01T10:00, false"
    })
    void are_those_of_a_working_day(String at, boolean open) {
        assertThat(OfficeHours.isOpen(in(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T03:12, 2026-11-26T09:00",
        "2026-11-26T11:05, 2026-11-26T11:05",
        "2026-11-27T17:30, 2026-11-30T09:00",
        "2026-09-30T18:00, 2026-10-08T09:00"
    })
    void begin_again_on_the_next_working_day(String at, String next) {
        assertThat(OfficeHours.next(in(at))).isEqualTo(in(next));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T10:00, 2026-11-26",
        "2026-11-26T09:59, 2026-11-25",
        "2026-11-29T20:00, 2026-11-27",
        "2026-11-30T03:00, 2026-11-27"
    })
    void of_a_day_that_has_just_begun_are_still_those_of_the_day_before(String now, LocalDate day) {
        assertThat(OfficeHours.lastDay(in(now))).isEqualTo(day);
    }

    @Test
    void take_in_every_hour_of_a_week_in_its_order() {
        Instant monday = in("2026-11-23T00:00");
        Instant last = OfficeHours.squeeze(monday.minusSeconds(900));
        for (int quarter = 0; quarter < 14 * 96; quarter++) {
            Instant squeezed = OfficeHours.squeeze(monday.plusSeconds(900L * quarter));
            assertThat(squeezed).isAfter(last).matches(OfficeHours::isOpen);
            last = squeezed;
        }
    }

    @Test
    void are_found_between_two_moments_or_it_is_the_first() {
        Random dice = new Random(1);
        Instant friday = in("2026-11-27T16:00");
        Instant tuesday = in("2026-12-01T10:00");

        assertThat(OfficeHours.between(friday, tuesday, dice::nextDouble))
                .isBetween(friday, tuesday)
                .matches(OfficeHours::isOpen);
        Instant saturday = in("2026-11-28T10:00");
        assertThat(OfficeHours.between(saturday, saturday.plusSeconds(60), dice::nextDouble))
                .isEqualTo(saturday);
    }

    private static Instant in(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }
}
