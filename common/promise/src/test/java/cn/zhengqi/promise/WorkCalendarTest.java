package cn.zhengqi.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = WorkCalendar.shipped();

    @ParameterizedTest
    @CsvSource({
        "2025-01-26, true", // Sunday before the Spring Festival, worked
        "2025-01-28, false",
        "2025-02-04, false",
        "2025-02-05, true",
        "2025-10-08, false",
        "2025-10-11, true",
        "2026-01-01, false",
        "2026-01-04, true", // Sunday, worked
        "2026-02-14, true",
        "2026-02-23, false",
        "2026-02-28, true",
        "2026-06-19, false",
        "2026-09-20, true",
        "2026-10-07, false",
        "2026-10-08, true",
        "2026-10-10, true",
        "2026-11-27, true",
        "2026-11-28, false"
    })
    void the_state_council_says_which_days_are_worked(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkday(day)).contains(worked);
    }

    /** By the notices: 248 working days in each. */
    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248"})
    void a_year_has_as_many_working_days_as_its_notice_leaves(int year, int days) {
        assertThat(calendar.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .hasValue(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 10, 2026-12-11",
        "2026-09-24, 1, 2026-09-28",
        "2026-09-30, 3, 2026-10-10", // the Saturday after the National Day is worked
        "2026-02-13, 1, 2026-02-14",
        "2025-12-31, 1, 2026-01-04"
    })
    void working_days_are_counted_over_holidays_and_days_worked_instead(
            LocalDate day, int workingDays, LocalDate reached) {
        assertThat(calendar.plus(day, workingDays)).contains(reached);
        assertThat(calendar.between(day, reached)).hasValue(workingDays);
    }

    @Test
    void what_reaches_into_a_year_that_is_not_arranged_is_not_guessed() {
        LocalDate lastFriday = LocalDate.of(2026, 12, 25);

        assertThat(calendar.plus(lastFriday, 4)).contains(LocalDate.of(2026, 12, 31));
        assertThat(calendar.plus(lastFriday, 5)).isEmpty();
        assertThat(calendar.between(lastFriday, LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @Test
    void a_day_of_another_year_and_one_both_off_and_worked_are_refused() {
        LocalDate day = LocalDate.of(2027, 1, 1);

        assertThatThrownBy(() -> new HolidayYear(2026, "文号", days(day), days(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HolidayYear(2027, "文号", days(day), days(day), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TreeSet<LocalDate> days(LocalDate... days) {
        return new TreeSet<>(List.of(days));
    }
}
