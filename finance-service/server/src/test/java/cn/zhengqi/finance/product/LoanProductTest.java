package cn.zhengqi.finance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoanProductTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void the_published_limit_itself_may_be_asked_for() {
        assertThatCode(() -> Products.of(300, 12).checkRequest(new BigDecimal("3000000.00"), 12, DAY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000000.01", "0.00", "-1.00", "999999999999.99"})
    void an_amount_beyond_the_products_limit_or_not_above_zero_is_refused(String amount) {
        refused(
                FinanceProblem.AMOUNT_OUT_OF_RANGE,
                () -> Products.of(300, 12).checkRequest(new BigDecimal(amount), 12, DAY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3, 13})
    void a_term_beyond_the_products_is_refused(int months) {
        refused(FinanceProblem.TERM_OUT_OF_RANGE, () -> Products.of(300, 12).checkRequest(BigDecimal.TEN, months, DAY));
    }

    @Test
    void without_a_published_limit_only_the_absurd_is_refused() {
        LoanProduct product = Products.of(null, null);

        assertThatCode(() -> product.checkRequest(new BigDecimal("80000000"), 360, DAY))
                .doesNotThrowAnyException();
        refused(
                FinanceProblem.AMOUNT_OUT_OF_RANGE,
                () -> product.checkRequest(new BigDecimal("1000000000.01"), 12, DAY));
        refused(FinanceProblem.TERM_OUT_OF_RANGE, () -> product.checkRequest(BigDecimal.TEN, 361, DAY));
    }

    @Test
    void a_suspended_product_takes_no_application_and_leaves_the_home_page() {
        LoanProduct product = Products.of(300, 12);
        product.pin(2);

        product.suspend(by(Suspender.BANK));

        assertThat(product.pinSlot()).isNull();
        refused(FinanceProblem.PRODUCT_SUSPENDED, () -> product.checkRequest(BigDecimal.TEN, 1, DAY));
        refused(FinanceProblem.PRODUCT_SUSPENDED, () -> product.pin(1));
    }

    @Test
    void a_resumed_product_is_published_again() {
        LoanProduct product = Products.of(300, 12);
        product.suspend(by(Suspender.BANK));

        assertThat(product.resume(Suspender.BANK, NOW))
                .extracting(LoanProductPublished::code)
                .isEqualTo(product.code());
        assertThat(product.status()).isEqualTo(ProductStatus.PUBLISHED);
    }

    @Test
    void nothing_is_done_twice() {
        LoanProduct product = Products.of(300, 12);

        refused(CommonProblem.STATE_CONFLICT, () -> product.resume(Suspender.BANK, NOW));
        refused(CommonProblem.STATE_CONFLICT, product::unpin);
        product.pin(1);
        refused(CommonProblem.STATE_CONFLICT, () -> product.pin(2));
        product.suspend(by(Suspender.BANK));
        refused(CommonProblem.STATE_CONFLICT, () -> product.suspend(by(Suspender.BANK)));
    }

    @Test
    void what_the_finance_office_takes_off_sale_only_the_finance_office_puts_back() {
        LoanProduct product = Products.of(300, 12);
        product.suspend(by(Suspender.FINANCE_OFFICE));

        refused(FinanceProblem.SUSPENDED_BY_FINANCE_OFFICE, () -> product.resume(Suspender.BANK, NOW));
        assertThat(product.status()).isEqualTo(ProductStatus.SUSPENDED);
        assertThat(product.suspension()).isEqualTo(by(Suspender.FINANCE_OFFICE));

        product.resume(Suspender.FINANCE_OFFICE, NOW);
        assertThat(product.status()).isEqualTo(ProductStatus.PUBLISHED);
        assertThat(product.suspension()).isNull();
    }

    @Test
    void the_finance_office_keeps_off_sale_what_the_bank_suspended_first_and_each_lifts_its_own() {
        LoanProduct product = Products.of(300, 12);
        assertThat(product.suspend(by(Suspender.BANK))).isNotNull();
        assertThat(product.suspend(by(Suspender.FINANCE_OFFICE)))
                .as("it is off sale already")
                .isNull();
        refused(CommonProblem.STATE_CONFLICT, () -> product.suspend(by(Suspender.BANK)));
        refused(CommonProblem.STATE_CONFLICT, () -> product.suspend(by(Suspender.FINANCE_OFFICE)));
        assertThat(product.suspension()).isEqualTo(by(Suspender.FINANCE_OFFICE));
        assertThat(product.bankSuspension()).isEqualTo(by(Suspender.BANK));

        assertThat(product.resume(Suspender.BANK, NOW)).isNull();
        assertThat(product.status()).isEqualTo(ProductStatus.SUSPENDED);
        assertThat(product.bankSuspension()).isNull();
        refused(FinanceProblem.SUSPENDED_BY_FINANCE_OFFICE, () -> product.resume(Suspender.BANK, NOW));

        assertThat(product.resume(Suspender.FINANCE_OFFICE, NOW)).isNotNull();
        assertThat(product.status()).isEqualTo(ProductStatus.PUBLISHED);
    }

    @Test
    void a_bank_may_suspend_too_what_the_finance_office_took_off_sale_and_it_stays_off_when_that_is_lifted() {
        LoanProduct product = Products.of(300, 12);
        product.suspend(by(Suspender.FINANCE_OFFICE));
        assertThat(product.suspend(by(Suspender.BANK))).isNull();

        assertThat(product.resume(Suspender.FINANCE_OFFICE, NOW)).isNull();
        assertThat(product.status()).isEqualTo(ProductStatus.SUSPENDED);
        assertThat(product.suspension()).isEqualTo(by(Suspender.BANK));
        assertThat(product.bankSuspension()).isNull();

        assertThat(product.resume(Suspender.BANK, NOW)).isNotNull();
        assertThat(product.suspension()).isNull();
    }

    private static Suspension by(Suspender whose) {
        return new Suspension(whose, "额度已用完", NOW);
    }

    private static void refused(ProblemCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
