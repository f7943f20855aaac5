package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.product.LoanProduct;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

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
