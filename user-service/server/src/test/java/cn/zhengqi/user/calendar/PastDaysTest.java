package cn.zhengqi.user.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.HolidayYear;
import cn.zhengqi.promise.MovedPromises;
import cn.zhengqi.promise.MovedPromises.Arrangement;
import cn.zhengqi.promise.MovedPromises.Moved;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PastDaysTest {

    /** The first of December in the district. */
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-30T17:00:00Z"), ZoneOffset.UTC);

    private final Map<String, MovedPromises> services = new LinkedHashMap<>();
    private final List<Arrangement> asked = new ArrayList<>();
    private final PastDays past = new PastDays(services, NOW);

    @Test
    void who_changes_days_that_are_over_is_told_which_and_how_many_open_cases_that_moves() {
        services.put("融资服务", answering(7));
        services.put("领码审核", answering(5));

        ProblemException question = question(year(), year("2026-11-30", "2026-12-01", "2026-12-02"));

        assertThat(question.code().name()).isEqualTo("CALENDAR_PAST_DAYS");
        assertThat(question.extras())
                .containsEntry("days", 2)
                .containsEntry("first", "2026-11-30")
                .containsEntry("last", "2026-12-01")
                .containsEntry("moved", 12L)
                .containsEntry("uncounted", List.of());
        assertThat(asked.getFirst().off()).hasSize(3);
    }

    @Test
    void of_a_service_that_does_not_answer_it_is_said_that_its_cases_are_not_counted() {
        services.put("融资服务", answering(7));
        services.put("领码审核", year -> {
            throw new IllegalStateException("away");
        });

        assertThat(question(year(), year("2026-11-30")).extras())
                .containsEntry("moved", 7L)
                .containsEntry("uncounted", List.of("领码审核"));
    }

    @Test
    void days_to_come_and_a_free_saturday_that_is_called_off_are_no_question() {
        services.put("融资服务", answering(7));

        assertThatCode(() -> past.ask(year(), year("2026-12-02", "2026-11-28"))).doesNotThrowAnyException();
        assertThatCode(() -> past.ask(null, new HolidayYear(2027, "", new TreeSet<>(), new TreeSet<>(), 1)))
                .doesNotThrowAnyException();
        assertThat(asked).isEmpty();
    }

    @Test
    void of_a_year_that_was_not_arranged_all_days_that_are_over_are_new() {
        assertThat(question(null, year()).extras())
                .containsEntry("first", "2026-01-01")
                .containsEntry("days", 335);
    }

    private MovedPromises answering(long count) {
        return year -> {
            asked.add(year);
            return new Moved(count);
        };
    }

    private ProblemException question(HolidayYear before, HolidayYear after) {
        return catchThrowableOfType(ProblemException.class, () -> past.ask(before, after));
    }

    private static HolidayYear year(String... off) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String day : off) {
            days.add(LocalDate.parse(day));
        }
        return new HolidayYear(2026, "", days, new TreeSet<>(), 0);
    }
}
