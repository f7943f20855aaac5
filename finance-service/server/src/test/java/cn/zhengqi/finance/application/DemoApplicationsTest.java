package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.demo.DemoEntryTest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.support.TransactionTemplate;

class DemoApplicationsTest extends DemoEntryTest {

    /** The bank whose officer is shown around. */
    private static final UUID CCB = UUID.fromString("0199a000-0000-7000-8000-000000000001");

    @Autowired
    DemoApplications demo;

    @Autowired
    ServiceClient client;

    @Autowired
    TransactionTemplate transaction;

    DemoApplicationsTest() {
        super("loan_application");
    }

    @Override
    protected ApplicationRunner demo() {
        return demo;
    }

    @Test
    void applications_are_in_all_states_of_both_channels_and_kinds() {
        assertThat(count("select count(*) from loan_application")).isBetween(350L, 430L);
        // A grant expires by the passing of days, not by being loaded.
        for (ApplicationStatus status : EnumSet.complementOf(EnumSet.of(ApplicationStatus.EXPIRED))) {
            assertThat(count("select count(*) from loan_application where status = '" + status + "'"))
                    .as(status.name())
                    .isPositive();
        }
        assertThat(count("select count(distinct channel) from loan_application"))
                .isEqualTo(2);
        assertThat(count("select count(distinct kind) from loan_application")).isEqualTo(3);
        assertThat(count("""
                        select count(*) from loan_application a join loan_application e on e.id = a.renews_application_id
                        where a.bank_id <> e.bank_id
                        """)).isZero();
        assertThat(count("select count(distinct product_id) from loan_application"))
                .isEqualTo(20);
    }

    @Test
    void three_products_that_are_certain_stand_on_the_home_page() {
        client.anonymous()
                .get()
                .uri("/api/finance/products/pinned")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$[0].code")
                .isEqualTo("L02")
                .jsonPath("$[*].verified")
                .value(verified -> assertThat(verified.toString()).doesNotContain("false"));
    }

    @Test
    void the_officer_who_is_shown_around_has_work_to_do() {
        client.as(TestUsers.ofBank(CCB, "finance.application.handle"))
                .get()
                .uri("/api/finance/applications?status=SUBMITTED")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].status")
                .isEqualTo("SUBMITTED");
    }

    @Test
    void each_step_was_told_at_its_own_time() {
        // With an offer that was chosen comes who made it, which is no event of its own.
        assertThat(count("select count(*) from loan_application_step where kind <> 'ASSIGNED'"))
                .isEqualTo(count("select count(*) from outbox where type like 'finance.Loan%'"
                        + " and type <> 'finance.LoanProductPublished'"));
        assertThat(count("""
                        select count(*) from loan_application a
                        where not exists (select from outbox o where o.subject = a.id
                            and o.type = 'finance.LoanApplicationSubmitted' and o.occurred_at = a.submitted_at)
                        """)).isZero();
        assertThat(count("select count(*) from outbox where occurred_at > now()"))
                .isZero();
    }

    @Test
    void no_enterprise_has_two_first_loans_and_no_bank_paid_beyond_its_grant() {
        assertThat(count("""
                        select count(*) from (select enterprise_id from loan_application
                            where kind = 'FIRST' and status in ('APPROVED', 'SETTLED')
                            group by enterprise_id having count(*) > 1) twice
                        """)).isZero();
        assertThat(count("select count(*) from loan_application where disbursed_amount > coalesce(granted_amount, 0)"))
                .isZero();
    }

    @Test
    void the_numbers_follow_the_time() {
        List<String> numbers = jdbc.sql("select number from loan_application order by submitted_at, number")
                .query(String.class)
                .list();

        assertThat(numbers).isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "enterprise_id = '019a1ddc-6758-730d-8a55-413738e1be13'; loan_application_of_enterprise",
                "bank_id = '0199a000-0000-7000-8000-000000000001' and status = 'APPROVED'; loan_application_of_bank",
                "status = 'IN_REVIEW'; loan_application_by_status",
                "submitted_at > now() - interval '1 day'; loan_application_by_time",
                "product_id = '0199a000-0000-7000-8000-000000000001'; loan_application_by_product",
                "number || ' ' || enterprise_name || ' ' || product_title ilike '%精密机械%'; loan_application_by_words",
            })
    void each_list_has_its_index(String condition, String index) {
        jdbc.sql("analyze loan_application").update();

        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from loan_application where " + condition)
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
    }
}
