package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AcknowledgedLoanTest {

    private final AcknowledgedLoan loan = new AcknowledgedLoan(answer("SUBMITTED", 0, "0.00"));

    AcknowledgedLoanTest() {
        loan.follow("ACCEPTED", answer("IN_REVIEW", 1, "0.00"));
        loan.follow("APPROVED", answer("APPROVED", 2, "0.00"));
        loan.follow("DISBURSED", answer("APPROVED", 3, "10.01"));
    }

    @Test
    void what_is_found_as_it_was_acknowledged_is_no_complaint() {
        assertThat(loan.complaints(found("APPROVED", 3, "10.01", "SUBMITTED", "ACCEPTED", "APPROVED", "DISBURSED")))
                .isEmpty();
    }

    @Test
    void an_acknowledged_payment_that_is_lost_is_told() {
        assertThat(loan.complaints(found("APPROVED", 2, "0.00", "SUBMITTED", "ACCEPTED", "APPROVED")))
                .containsExactly(
                        "version 2 instead of 3",
                        "paid out 0.00 instead of 10.01",
                        "steps [SUBMITTED, ACCEPTED, APPROVED] instead of [SUBMITTED, ACCEPTED, APPROVED, DISBURSED]");
    }

    @Test
    void a_payment_that_was_made_twice_is_told() {
        assertThat(loan.complaints(
                        found("APPROVED", 4, "20.02", "SUBMITTED", "ACCEPTED", "APPROVED", "DISBURSED", "DISBURSED")))
                .hasSize(3);
    }

    @Test
    void a_state_that_nobody_acknowledged_is_told() {
        assertThat(loan.complaints(found("SETTLED", 3, "10.01", "SUBMITTED", "ACCEPTED", "APPROVED", "DISBURSED")))
                .containsExactly("state SETTLED instead of APPROVED");
    }

    @Test
    void an_enterprise_is_owed_a_message_of_each_step_but_its_own_withdrawal_of_which_the_officers_are_told() {
        assertThat(loan.toldTheEnterprise()).containsExactly("融资申请已提交", "银行已受理融资申请", "融资申请审批通过", "贷款已放款");
        assertThat(loan.toldItsOfficers()).containsExactly("新的融资申请待受理");
        var withdrawn = new AcknowledgedLoan(answer("SUBMITTED", 0, "0.00"));
        withdrawn.follow("WITHDRAWN", answer("WITHDRAWN", 1, "0.00"));
        assertThat(withdrawn.toldTheEnterprise()).containsExactly("融资申请已提交");
        assertThat(withdrawn.toldItsOfficers()).containsExactly("新的融资申请待受理", "企业撤回了融资申请");
    }

    private static JsonNode answer(String status, int version, String drawn) {
        return found(status, version, drawn);
    }

    private static JsonNode found(String status, int version, String drawn, String... steps) {
        var timeline = new StringBuilder();
        for (var step : steps) {
            timeline.append(timeline.isEmpty() ? "" : ",")
                    .append("{\"kind\":\"")
                    .append(step)
                    .append("\"}");
        }
        return PlatformClient.JSON.readTree("""
                {"id":"1","status":"%s","version":%d,"disbursedAmount":%s,"timeline":[%s]}""".formatted(status, version, drawn, timeline));
    }
}
