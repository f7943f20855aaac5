package cn.zhengqi.matching.api.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.matching.api.criteria.Validity.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate FROM = LocalDate.of(2023, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);

    @Test
    void both_days_are_included() {
        Validity validity = new Validity(FROM, TO, true, null, null);

        assertThat(validity.statusOn(FROM.minusDays(1))).isEqualTo(Status.UPCOMING);
        assertThat(validity.statusOn(FROM)).isEqualTo(Status.IN_FORCE);
        assertThat(validity.statusOn(TO)).isEqualTo(Status.IN_FORCE);
        assertThat(validity.statusOn(TO.plusDays(1))).isEqualTo(Status.EXPIRED);
    }

    @Test
    void a_replaced_policy_is_superseded_the_day_after_its_end() {
        Validity validity = new Validity(null, TO, true, "N06", null);

        assertThat(validity.statusOn(TO)).isEqualTo(Status.IN_FORCE);
        assertThat(validity.statusOn(TO.plusDays(1))).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void an_end_that_was_not_checked_does_not_expire() {
        Validity validity = new Validity(null, TO, false, null, "是否延续未核对");

        assertThat(validity.statusOn(TO.plusYears(1))).isEqualTo(Status.END_UNVERIFIED);
    }

    @Test
    void an_end_before_the_beginning_is_refused() {
        assertThatThrownBy(() -> new Validity(TO, FROM, true, null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
