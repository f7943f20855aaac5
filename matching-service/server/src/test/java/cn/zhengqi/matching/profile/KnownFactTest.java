package cn.zhengqi.matching.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFactTest {

    private static final FactDefinition REVENUE = FactDictionary.standard().get("revenue");
    private static final LocalDate TOLD = LocalDate.of(2026, 12, 31);

    private static KnownFact revenue(Object value) {
        return new KnownFact("revenue", FactSource.SELF, value, TOLD);
    }

    @Test
    void figures_by_year_are_read_as_told_until_the_year_ends() {
        KnownFact told = revenue(List.of(9860, 8200, 7100));
        assertThat(told.on(TOLD, REVENUE)).contains(told);
    }

    @Test
    void a_year_later_the_newest_is_the_second_and_the_oldest_is_out_of_the_years_asked_for() {
        assertThat(revenue(List.of(9860, 8200, 7100)).on(LocalDate.of(2027, 1, 1), REVENUE))
                .map(KnownFact::value)
                .contains(Arrays.asList(null, 9860, 8200));
        assertThat(revenue(List.of(9860)).on(LocalDate.of(2028, 6, 1), REVENUE))
                .map(KnownFact::value)
                .contains(Arrays.asList(null, null, 9860));
    }

    @Test
    void a_plain_number_is_of_the_newest_year() {
        assertThat(revenue(9860).on(LocalDate.of(2027, 1, 1), REVENUE))
                .map(KnownFact::value)
                .contains(Arrays.asList(null, 9860));
    }

    @Test
    void what_is_too_old_to_be_asked_for_is_not_known() {
        assertThat(revenue(List.of(9860, 8200, 7100)).on(LocalDate.of(2029, 1, 1), REVENUE))
                .isEmpty();
        assertThat(revenue(List.of(9860)).on(LocalDate.of(2031, 1, 1), REVENUE)).isEmpty();
        assertThat(revenue(Arrays.asList(null, null, 7100)).on(LocalDate.of(2027, 1, 1), REVENUE))
                .isEmpty();
    }

    @Test
    void what_is_not_by_year_stays() {
        KnownFact employees = new KnownFact("employees", FactSource.SELF, 45, TOLD);
        assertThat(employees.on(
                        LocalDate.of(2030, 1, 1), FactDictionary.standard().get("employees")))
                .contains(employees);
    }
}
