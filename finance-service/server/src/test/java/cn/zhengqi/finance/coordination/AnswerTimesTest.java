package cn.zhengqi.finance.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.coordination.AnswerTimes.Answered;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.promise.WorkCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerTimesTest {

    private final UUID quick = Ids.next();
    private final UUID slow = Ids.next();

    @Test
    void days_off_are_not_held_against_a_bank_and_make_up_days_are() {
        // The holiday of the National Day 2026 lasts from 1 to 7 October; 20 September and 10 October are worked.
        assertThat(took("2026-09-30", "2026-10-08")).isEqualByComparingTo("1");
        assertThat(took("2026-09-30", "2026-10-10"))
                .as("a Saturday that is worked")
                .isEqualByComparingTo("3");
        assertThat(took("2026-11-27", "2026-11-30")).as("over a weekend").isEqualByComparingTo("1");
        assertThat(took("2026-11-27", "2026-11-27")).isEqualByComparingTo("0");
    }

    @Test
    void each_answer_weighs_the_same_in_all_in_its_town_and_in_its_bank() {
        AnswerTimes times = times(
                new Answered(quick, "T1", day("2026-11-02"), day("2026-11-03"), 3),
                new Answered(slow, "T1", day("2026-11-02"), day("2026-11-06"), 1),
                new Answered(slow, "T2", day("2026-11-02"), day("2026-11-09"), 2));

        assertThat(times.average()).isEqualByComparingTo("2.8");
        assertThat(times.ofTown("T1")).isEqualByComparingTo("1.8");
        assertThat(times.ofBank(slow)).isEqualByComparingTo("4.7");
        assertThat(times.ofTown("T3")).isNull();
    }

    @Test
    void what_reaches_into_a_year_without_a_calendar_is_not_guessed() {
        AnswerTimes times = times(
                new Answered(slow, "T1", day("2030-11-01"), day("2030-11-20"), 1),
                new Answered(slow, "T1", day("2026-11-02"), day("2026-11-04"), 1));

        assertThat(times.average()).isEqualByComparingTo("2");
        assertThat(times(new Answered(slow, "T1", day("2030-11-01"), day("2030-11-20"), 1))
                        .average())
                .isNull();
    }

    private BigDecimal took(String recommended, String answered) {
        return Objects.requireNonNull(times(new Answered(slow, "T1", day(recommended), day(answered), 1))
                .average());
    }

    private static AnswerTimes times(Answered... all) {
        return new AnswerTimes(List.of(all), WorkCalendar.shipped());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
