package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Money that comes back after it was paid: told by one, confirmed by another, paid again or freed by rule. */
class ReturnTest extends PaymentServiceTest {

    private Answer project;
    private Answer payment;
    private Answer batch;

    @BeforeEach
    void one_that_is_paid() {
        project = paying(500_000);
        payment = approved(firm, project, 800_000);
        batch = handedOver(payment);
        settled(clerk, batch, paid(payment, "A1"));
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 0, 80_000, 0));
    }

    @Test
    void one_tells_it_another_confirms_it_and_it_is_paid_again_to_a_corrected_account() {
        Answer told = told(clerk);
        assertThat(told.status()).isEqualTo(201);
        assertThat(status()).as("nobody has confirmed it").isEqualTo("PAID");
        assertThat(told(chief).code()).isEqualTo("RETURN_OPEN_ALREADY");
        assertThat(confirmed(clerk, told).code()).isEqualTo("TOLD_BY_YOURSELF");
        assertThat(items(get(chief, "/api/policy/redemption/returns?state=OPEN&applicationId=" + payment.id())))
                .singleElement()
                .satisfies(
                        it -> assertThat(it).containsEntry("reference", "TH1").containsEntry("reason", "账号已销户"));

        assertThat(confirmed(chief, told).get("state")).isEqualTo("CONFIRMED");

        assertThat(status()).isEqualTo("RETURNED");
        assertThat(money(project)).as("bound, not free").isEqualTo(yuan(420_000, 0, 80_000, 0, 0));
        assertThat(eventsOf(payment.id())).endsWith("policy.RedemptionReturned");
        assertThat(differences()).isEmpty();
        Answer own = get(firm, "/api/policy/my/redemptions/" + payment.id());
        assertThat(own.get("reason")).isEqualTo("账号已销户（退回流水号 TH1）");
        assertThat(prepare(clerk, payment.id()).code())
                .as("to which account it goes is not known yet")
                .isEqualTo("NOT_PAYABLE");
        assertThat(mine(firm, own, "account", Map.of("account", account(firm))).get("status"))
                .isEqualTo("APPROVED");

        Answer again = handedOver(get(clerk, "/api/policy/redemption/applications/" + payment.id()));
        settled(clerk, again, paid(payment, "A2"));

        assertThat(status()).isEqualTo("PAID");
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 0, 80_000, 0));
        assertThat(differences()).isEmpty();
        assertThat(settled(clerk, batch, paid(payment, "A1")).status())
                .as("what the treasury said of the first batch is still so")
                .isEqualTo(200);
        assertThat(jdbc.sql("select string_agg(kind, ' ' order by seq) from redemption_entry where application_id = ?")
                        .param(payment.id())
                        .query(String.class)
                        .single())
                .isEqualTo("RESERVE APPROVE PAY RETURNED PAY");
    }

    @Test
    void what_came_back_is_free_only_when_the_application_is_over() {
        confirmed(chief, told(clerk));

        Answer own = get(firm, "/api/policy/my/redemptions/" + payment.id());
        assertThat(mine(firm, own, "withdraw", Map.of()).get("status")).isEqualTo("WITHDRAWN");

        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_not_confirmed_stays_paid_and_can_be_told_again() {
        Answer refused = refused(chief, told(clerk));
        assertThat(refused.get("state")).isEqualTo("REFUSED");
        assertThat(confirmed(chief, refused).code()).isEqualTo("STATE_CONFLICT");
        assertThat(status()).isEqualTo("PAID");
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 0, 80_000, 0));

        assertThat(told(clerk).status()).isEqualTo(201);
    }

    @Test
    void by_one_reference_one_payment_came_back() {
        Answer another = approved(aFirm(), project, 100_000);
        settled(clerk, handedOver(another), paid(another, "A2"));
        Answer told = told(clerk);

        assertThat(cameBack(clerk, another.id()).code()).isEqualTo("RETURN_REFERENCE_TAKEN");
        assertThat(told(chief).code())
                .as("of one payment it is told that it is")
                .isEqualTo("RETURN_OPEN_ALREADY");
        refused(chief, told);
        assertThat(cameBack(clerk, another.id()).status())
                .as("it was not that one")
                .isEqualTo(201);
        assertThat(told(clerk).code()).isEqualTo("RETURN_REFERENCE_TAKEN");
    }

    @Test
    void of_two_who_confirm_at_once_one_does() throws Exception {
        Answer told = told(clerk);
        CurrentUser third = payerOf(department);

        List<Answer> answers = atOnce(List.of(() -> confirmed(chief, told), () -> confirmed(third, told)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 80_000, 0, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_was_not_paid_or_is_another_departments_cannot_come_back() {
        Answer waiting = approved(aFirm(), project, 100_000);
        assertThat(cameBack(clerk, waiting.id()).code()).isEqualTo("STATE_CONFLICT");
        assertThat(cameBack(payerOf(UUID.randomUUID()), payment.id()).status()).isEqualTo(404);
        Answer told = told(clerk);
        assertThat(confirmed(payerOf(UUID.randomUUID()), told).status()).isEqualTo(404);
        assertThat(post(
                                clerk,
                                "/api/policy/redemption/applications/" + payment.id() + "/returns",
                                Map.of("reference", " ", "reason", ""))
                        .errors())
                .containsOnlyKeys("reference", "reason");
    }

    @Test
    void the_database_takes_nothing_back_that_nobody_else_confirmed_and_nothing_twice() {
        refusedByTheDatabase("RETURNED", batch.id());
        Answer told = told(clerk);
        refusedByTheDatabase("RETURNED", batch.id());
        assertThatThrownBy(() -> jdbc.sql("""
                        update redemption_return set state = 'CONFIRMED', decided_by = told_by, decider = teller, decided_at = now() where id = ?""").param(told.id()).update())
                .hasMessageContaining("redemption_return_has_four_eyes");
        confirmed(chief, told);
        refusedByTheDatabase("RETURNED", batch.id());
        refusedByTheDatabase("PAY", batch.id());
        assertThat(money(project)).isEqualTo(yuan(420_000, 0, 80_000, 0, 0));
    }

    private void refusedByTheDatabase(String kind, UUID of) {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into redemption_entry (id, project_id, application_id, batch_id, kind, amount, actor, at)
                        values (?, ?, ?, ?, ?, 80000, '测试', now())""")
                        .params(Ids.next(), project.id(), payment.id(), of, kind)
                        .update())
                .as(kind)
                .isInstanceOf(DataAccessException.class);
    }

    private Answer told(CurrentUser who) {
        return cameBack(who, payment.id());
    }

    private Answer refused(CurrentUser who, Answer told) {
        return post(
                who,
                "/api/policy/redemption/returns/" + told.id() + "/refuse",
                Map.of("version", told.version(), "reason", "款项未到账"));
    }

    private Object status() {
        return get(clerk, "/api/policy/redemption/applications/" + payment.id()).get("status");
    }
}
