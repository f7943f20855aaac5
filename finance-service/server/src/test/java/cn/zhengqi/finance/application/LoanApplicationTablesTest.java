package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What the database itself does not let happen, whatever the service thinks. */
class LoanApplicationTablesTest extends FinanceServiceTest {

    @ParameterizedTest
    @CsvSource({
        "disbursed_amount = 400000.01, disbursed_within_the_grant",
        "granted_amount = 500000.01, grant_within_what_was_asked",
        "granted_amount = null, grant_is_complete_or_absent",
        "granted_rate = 24.1, granted_rate",
        "status = 'SETTLED', settled_was_disbursed",
        "status = 'REFUSED', grant_is_complete_or_absent",
        "channel = 'PC', never change",
        "amount = 900000, never change",
        "'enterprise_id = gen_random_uuid()', never change",
        "kind = 'RENEWAL', renewal_names_an_earlier_loan",
        "'kind = ''ADDITIONAL'', renews_application_id = id', renewal_names_an_earlier_loan",
        "kind = 'SECOND', loan_application_kind_check",
        "status = 'LOST', status",
    })
    void an_approved_application_cannot_become_nonsense(String change, String rule) {
        UUID id = approved(enterprise, product, officer).id();

        assertThatThrownBy(() -> jdbc.sql("update loan_application set " + change + " where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(rule);
    }

    @Test
    void a_total_that_its_disbursements_do_not_add_up_to_is_not_committed() {
        UUID id = approved(enterprise, product, officer).id();

        assertThatThrownBy(() -> jdbc.sql("update loan_application set disbursed_amount = 100 where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("do not add up");
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into loan_disbursement (id, application_id, amount, disbursed_on, recorded_by, recorded_at)
                                values (gen_random_uuid(), ?, 100, current_date, gen_random_uuid(), now())
                                """).param(id).update()).hasMessageContaining("do not add up");
        assertThat(jdbc.sql("select disbursed_amount = 0 from loan_application where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_payment_is_neither_taken_out_nor_moved_behind_the_total() {
        Answer paid = paid();
        UUID other = approved(anEnterprise(), product, officer).id();

        assertThatThrownBy(() -> jdbc.sql("delete from loan_disbursement where application_id = ?")
                        .param(paid.id())
                        .update())
                .hasMessageContaining("do not add up");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("update loan_disbursement set application_id = ? where application_id = ?")
                            .params(other, paid.id())
                            .update();
                    jdbc.sql("update loan_application set disbursed_amount = 100000 where id = ?")
                            .param(other)
                            .update();
                }))
                .as("the one that it is taken from")
                .hasMessageContaining("do not add up");
        assertThat(addsUp(paid.id())).isTrue();
    }

    @Test
    void of_two_whose_changes_past_the_service_would_add_up_together_neither_is_committed() throws Exception {
        UUID id = paid().id();
        CyclicBarrier written = new CyclicBarrier(2);

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> outcomes = both.invokeAll(List.<Callable<Boolean>>of(
                    () -> raw(written, "delete from loan_disbursement where application_id = ?", id),
                    () -> raw(written, """
                            insert into loan_disbursement (id, application_id, amount, disbursed_on, recorded_by, recorded_at)
                            values (gen_random_uuid(), ?, 100000, current_date, gen_random_uuid(), now())""", id)));
            for (Future<Boolean> one : outcomes) {
                assertThat(one.get())
                        .as("together they would add up, of which neither knows")
                        .isFalse();
            }
        }
        assertThat(addsUp(id)).isTrue();
    }

    /** @return whether it was committed */
    private boolean raw(CyclicBarrier written, String change, UUID id) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql(change).param(id).update();
                try {
                    written.await(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            return true;
        } catch (DataAccessException | TransactionException refused) {
            assertThat(refused).hasMessageContaining("do not add up");
            return false;
        }
    }

    private Answer paid() {
        Answer granted = approved(enterprise, product, officer);
        return act(
                officer,
                granted.id(),
                "disbursements",
                Map.of(
                        "version", granted.version(),
                        "amount", 100_000,
                        "disbursedOn", BusinessTime.today(Clock.systemUTC()).toString()));
    }

    private boolean addsUp(UUID id) {
        return jdbc.sql(
                        "select disbursed_amount = (select sum(amount) from loan_disbursement where application_id = a.id)"
                                + " from loan_application a where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_refusal_without_words_is_not_stored() {
        Answer it = submit(enterprise, application());

        assertThatThrownBy(() -> jdbc.sql(
                                "update loan_application set status = 'REFUSED', refusal_reason_code = 'OTHER' where id = ?")
                        .param(it.id())
                        .update())
                .hasMessageContaining("refusal_has_its_reason");
    }

    @Test
    void a_fourth_pin_has_no_place() {
        LoanProduct fourth = aProductOf(bank);

        assertThatThrownBy(() -> jdbc.sql("update loan_product set pin_slot = 4 where id = ?")
                        .param(fourth.id())
                        .update())
                .hasMessageContaining("pin_slot");
    }
}
