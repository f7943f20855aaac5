package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

    private static final Map<String, String> COLUMNS = Map.of("submittedAt", "submitted_at");

    @Test
    void what_is_typed_means_only_itself_in_a_pattern() {
        assertThat(LikePattern.containing(" 50%_\\ ")).isEqualTo("%50\\%\\_\\\\%");
        assertThat(LikePattern.startingWith("a_b")).isEqualTo("a\\_b%");
        assertThat(LikePattern.containing("  ")).isNull();
        assertThat(LikePattern.containing(null)).isNull();
    }

    @Test
    void an_order_is_a_field_with_or_without_a_direction() {
        assertThat(Sort.parse("submittedAt", COLUMNS)).isEqualTo(new Sort<>("submitted_at", true));
        assertThat(Sort.parse("submittedAt,asc", COLUMNS)).isEqualTo(new Sort<>("submitted_at", true));
        assertThat(Sort.parse("submittedAt,desc", COLUMNS)).isEqualTo(new Sort<>("submitted_at", false));
        assertThat(Sort.parse(" ", COLUMNS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "submittedAt,up", "submittedAt,desc,x", ",desc", "submittedAt; drop table claim"})
    void another_order_is_refused(String sort) {
        assertThatThrownBy(() -> Sort.parse(sort, COLUMNS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(CommonProblem.VALIDATION_FAILED));
    }

    @Test
    void a_day_begins_and_ends_at_midnight_in_the_district() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(BusinessTime.startOf(day)).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(BusinessTime.endOf(day)).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
    }
}
