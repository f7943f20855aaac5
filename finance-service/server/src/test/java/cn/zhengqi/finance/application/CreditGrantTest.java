package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditGrantTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 1);
    private final CreditGrant fresh = new CreditGrant(new BigDecimal("400000.00"), CreditGrant.NOTHING, DECIDED, LAST);

    @Test
    void what_is_drawn_adds_up_and_leaves_the_grant_as_it_was() {
        CreditGrant drawn = fresh.draw(new BigDecimal("150000.00"), DECIDED, DECIDED)
                .draw(new BigDecimal("250000.00"), DECIDED, DECIDED);

        assertThat(drawn).isEqualTo(new CreditGrant(fresh.amount(), new BigDecimal("400000.00"), DECIDED, LAST));
        assertThat(fresh.disbursed()).isZero();
    }

    @Test
    void who_draws_too_much_hears_what_is_left() {
        CreditGrant drawn = fresh.draw(new BigDecimal("150000.00"), DECIDED, DECIDED);

        assertThatThrownBy(() -> drawn.draw(new BigDecimal("250000.01"), DECIDED, DECIDED))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(FinanceProblem.DISBURSEMENT_EXCEEDS_GRANT);
                    assertThat(problem.detail()).isEqualTo("放款金额应大于零且不超过剩余额度 25 万元");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-02, before the decision",
        "2026-03-03, 2026-03-02, after today",
        "2027-03-02, 2027-03-05, after its last day",
    })
    void money_is_drawn_on_no_day(LocalDate on, LocalDate today, String why) {
        assertThatThrownBy(() -> fresh.draw(BigDecimal.TEN, on, today))
                .as(why)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(FinanceProblem.DISBURSEMENT_DATE_OUT_OF_RANGE));
    }

    @Test
    void what_was_paid_on_the_last_day_may_be_told_later() {
        assertThat(fresh.draw(BigDecimal.TEN, LAST, LAST.plusDays(4)).disbursed())
                .isEqualByComparingTo("10");
    }

    @Test
    void it_is_forfeit_after_its_last_day_unless_something_was_drawn() {
        CreditGrant drawn = fresh.draw(BigDecimal.ONE, DECIDED, DECIDED);

        assertThat(fresh.isForfeit(LAST)).isFalse();
        assertThat(fresh.isForfeit(LAST.plusDays(1))).isTrue();
        assertThat(drawn.isForfeit(LAST.plusDays(1))).isFalse();
    }

    @Test
    void only_what_was_drawn_on_can_be_settled() {
        assertThatThrownBy(fresh::mustBeDrawn)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(FinanceProblem.NOTHING_DISBURSED));
        assertThatCode(fresh.draw(BigDecimal.ONE, DECIDED, DECIDED)::mustBeDrawn)
                .doesNotThrowAnyException();
    }
}
