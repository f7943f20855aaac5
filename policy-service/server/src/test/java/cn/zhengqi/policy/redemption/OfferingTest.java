package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.redemption.application.OfferSweep;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 免申即享: who qualifies is offered, and only confirms. */
class OfferingTest extends RedemptionServiceTest {

    @Autowired
    private OfferSweep offers;

    @Test
    void who_qualifies_confirms_with_an_account_and_is_shown_to_the_public() {
        Answer project = exempt();
        Answer offered = offered(project, firm);
        assertThat(offered.status()).isEqualTo(201);
        assertThat(money(project)).isEqualTo(yuan(80_000, 20_000, 0, 0, 0));
        Answer mine = mineOf(firm);
        assertThat(mine.get("status")).isEqualTo("OFFERED");
        assertThat(mine.get("explanation")).isEqualTo("定额 20,000.00 元");
        assertThat(mine.get("standing").toString()).as("the evidence").contains("ELIGIBLE");
        assertThat(eventsOf(mine.id())).containsExactly("policy.RedemptionOffered");

        assertThat(decide(clerk, mine, "recognise", Map.of()).code())
                .as("nobody confirms in its place")
                .isEqualTo("STATE_CONFLICT");
        Answer confirmed = mine(firm, mine, "confirm", Map.of("account", account(firm)));
        assertThat(confirmed.get("status")).isEqualTo("IN_NOTICE");
        assertThat(confirmed.get("noticeUntil")).isNotNull();
        assertThat(mine(firm, confirmed, "confirm", Map.of("account", account(firm)))
                        .code())
                .isEqualTo("STATE_CONFLICT");
        afterTheNotice();
        assertThat(money(project)).isEqualTo(yuan(80_000, 0, 20_000, 0, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void of_a_project_that_is_not_open_nobody_hears_who_fits_it() {
        Map<String, Object> project = payout(Map.of("type", "FIXED", "amount", 20_000), 100_000);
        project.put("kind", "EXEMPT");
        Answer draft = drafted(project);
        when(standings.evidence(eq(firm.enterpriseId()), any()))
                .thenReturn(new InternalStandings.Standing(
                        LocalDate.of(2026, 11, 27), MatchOutcome.INELIGIBLE, true, List.of(), List.of(), null));

        Answer refused = offered(draft, firm);

        assertThat(refused.code()).as("its conditions may still be changed").isEqualTo("REDEMPTION_CLOSED");
        assertThat(refused.errors()).isEmpty();
        assertThat(offered(paying(500_000), firm).status())
                .as("nor of one that is applied for")
                .isEqualTo(404);
    }

    @Test
    void under_a_policy_that_begins_later_nothing_is_offered_and_the_reason_is_the_day() {
        Answer project = exempt();
        toCome(first -> {
            Answer refused = offered(project, firm);
            assertThat(refused.code()).isEqualTo("POLICY_NOT_BEGUN");
            assertThat(refused.get("detail")).asString().contains("自 " + BusinessTime.inWords(first) + " 起施行", "不能发出");
        });
        assertThat(offered(project, firm).status()).isEqualTo(201);
    }

    @Test
    void what_is_declined_or_not_confirmed_in_time_is_free_again() {
        Answer project = exempt();
        CurrentUser another = aFirm();
        offered(project, firm, another);
        assertThat(money(project)).isEqualTo(yuan(60_000, 40_000, 0, 0, 0));
        assertThat(mine(firm, mineOf(firm), "decline", Map.of()).get("status")).isEqualTo("DECLINED");
        assertThat(money(project)).isEqualTo(yuan(80_000, 20_000, 0, 0, 0));
        offers.sweep();
        assertThat(mineOf(another).get("status")).isEqualTo("OFFERED");

        clock.forward(Duration.ofDays(40));
        assertThat(mine(another, mineOf(another), "confirm", Map.of("account", account(another)))
                        .code())
                .isEqualTo("REDEMPTION_CLOSED");
        offers.sweep();
        clock.reset();

        assertThat(mineOf(another).get("status")).isEqualTo("DECLINED");
        assertThat(mineOf(another).get("reason")).isEqualTo("逾期未确认");
        assertThat(money(project)).isEqualTo(yuan(100_000, 0, 0, 0, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void an_offer_does_not_end_unseen_neither_by_its_day_nor_with_its_project() {
        Answer project = exempt();
        offered(project, firm);
        Answer mine = mineOf(firm);
        clock.forward(Duration.ofDays(20));
        offers.sweep();
        assertThat(eventsOf(mine.id())).as("its last days have not come").doesNotContain(ENDING);
        clock.forward(Duration.ofDays(9));
        offers.sweep();
        offers.sweep();
        clock.reset();
        assertThat(eventsOf(mine.id())).as("told once").containsOnlyOnce(ENDING);
        assertThat(mineOf(firm).get("status")).isEqualTo("OFFERED");

        Answer opened = get(clerk, "/api/policy/manage/redemption-projects/" + project.id());
        String yesterday = LocalDate.now(BusinessTime.ZONE).minusDays(1).toString();
        assertThat(desk(clerk, opened, "closes-on", Map.of("closesOn", yesterday))
                        .errors())
                .as("nobody is cut off by a day that is over")
                .containsKey("closesOn");
        desk(clerk, opened, "close", Map.of());
        offers.sweep();
        assertThat(mineOf(firm).get("reason")).isEqualTo("兑付项目已关闭");
        assertThat(eventsOf(mine.id())).contains("policy.RedemptionOfferEnded");
        assertThat(money(project)).isEqualTo(yuan(100_000, 0, 0, 0, 0));
    }

    @Test
    void neither_an_offer_of_today_nor_one_that_cannot_be_confirmed_is_brought_to_mind() {
        Answer project = exempt();
        clock.forward(Duration.ofDays(28));
        offered(project, firm);
        Answer mine = mineOf(firm);
        offers.sweep();
        assertThat(eventsOf(mine.id())).as("it was told this day").doesNotContain(ENDING);

        clock.forward(Duration.ofDays(1));
        publication(project, "'WITHDRAWN', withdrawn_at = now(), withdrawn_reason = '测试'");
        offers.sweep();
        assertThat(eventsOf(mine.id())).as("nobody can confirm it").doesNotContain(ENDING);
        publication(project, "'PUBLISHED', withdrawn_at = null, withdrawn_reason = null");
        offers.sweep();
        clock.reset();
        assertThat(eventsOf(mine.id())).containsOnlyOnce(ENDING);
    }

    @Test
    void what_was_offered_before_its_policy_was_taken_down_says_since_when_and_is_not_confirmed() {
        Answer project = exempt();
        offered(project, firm);
        publication(project, "'WITHDRAWN', withdrawn_at = now(), withdrawn_reason = '测试'");
        Answer mine = mineOf(firm);
        Answer refused = mine(firm, mine, "confirm", Map.of("account", account(firm)));
        String atDesk = "/api/policy/redemption/applications/" + mine.id();
        Object seenAtDesk = get(clerk, atDesk).get("policyEnd");
        publication(project, "'PUBLISHED', withdrawn_at = null, withdrawn_reason = null");

        assertThat(mine.get("policyEnd")).asString().contains("how=WITHDRAWN", "on=");
        assertThat(mine.get("policyEnd")).isEqualTo(seenAtDesk);
        assertThat(refused.code()).isEqualTo("POLICY_NOT_PUBLISHED");
        assertThat(get(clerk, atDesk).get("policyEnd")).isNull();
    }

    @Test
    void under_a_policy_whose_validity_is_over_nothing_is_offered_or_applied_for_and_what_was_offered_is_confirmed() {
        Answer project = exempt();
        Answer byApplication = paying(500_000);
        assertThat(offered(project, firm).status()).isEqualTo(201);
        over(() -> {
            assertThat(drafted(payout(A_TENTH, 500_000)).code()).isEqualTo("POLICY_OVER");
            assertThat(offered(project, aFirm()).code()).isEqualTo("POLICY_OVER");
            Answer refused = applied(aFirm(), byApplication, 100_000);
            assertThat(refused.code()).isEqualTo("POLICY_OVER");
            assertThat(refused.get("detail")).asString().contains("已到期", "不再受理");
            assertThat(get(firm, "/api/policy/redemption/projects/" + byApplication.id())
                            .get("window"))
                    .isEqualTo("POLICY_OVER");
            assertThat(get(firm, "/api/policy/redemption/projects/" + project.id())
                            .get("window"))
                    .as("what was offered is confirmed")
                    .isEqualTo("OPEN");
            assertThat(mineOf(firm).get("policyEnd")).asString().contains("how=EXPIRED");
            assertThat(mine(firm, mineOf(firm), "confirm", Map.of("account", account(firm)))
                            .status())
                    .isEqualTo(200);
        });
    }

    private void publication(Answer project, String to) {
        jdbc.sql("update policy_edition set publication = " + to
                        + " where policy_id = (select policy_id from redemption_project where id = ?)")
                .param(project.id())
                .update();
    }

    private static final String ENDING = "policy.RedemptionOfferEnding";

    @Test
    void a_list_with_anybody_who_does_not_qualify_is_refused_whole() {
        Answer project = exempt();
        CurrentUser another = aFirm();
        when(standings.evidence(eq(another.enterpriseId()), any()))
                .thenReturn(new InternalStandings.Standing(
                        LocalDate.of(2026, 11, 27), MatchOutcome.NEARLY, true, List.of(), List.of(), null));
        Answer refused = offered(project, firm, another);
        assertThat(refused.code()).isEqualTo("OFFERS_FAULTY");
        assertThat(refused.errors()).containsOnlyKeys("offers[1]");
        assertThat(money(project)).isEqualTo(yuan(100_000, 0, 0, 0, 0));
        assertThat(offered(project, firm, firm).get("errors").toString()).contains("DOUBLED");

        offered(project, firm);
        CurrentUser second = aFirm();
        offered(project, second);
        Answer again = offered(project, firm, aFirm(), second);
        assertThat(again.code()).isEqualTo("OFFERS_FAULTY");
        assertThat(again.errors()).as("all of them are named").containsOnlyKeys("offers[0]", "offers[2]");
        mine(second, mineOf(second), "decline", Map.of());
        CurrentUser last = aFirm();
        Answer tooMany = offered(project, aFirm(), aFirm(), aFirm(), aFirm(), last);
        assertThat(tooMany.code()).as("five of whom the last is too much").isEqualTo("BUDGET_EXHAUSTED");
        assertThat(tooMany.get("detail").toString()).contains("8 万元", "测试企业" + last.enterpriseId(), "名单共 5 家，合计 10 万元");
        assertThat(money(project)).isEqualTo(yuan(80_000, 20_000, 0, 0, 0));
        assertThat(applied(aFirm(), project, 1000).status())
                .as("nobody applies for it")
                .isEqualTo(404);
    }

    @Test
    void who_has_an_offer_the_department_is_told_of_whom_it_asks() {
        Answer project = exempt();
        CurrentUser declined = aFirm();
        offered(project, firm, declined);
        mine(declined, mineOf(declined), "decline", Map.of());
        String asked = "/api/policy/manage/redemption-projects/" + project.id() + "/offers?enterprises="
                + firm.enterpriseId() + "&enterprises=" + declined.enterpriseId() + "&enterprises="
                + aFirm().enterpriseId();

        var told = client.as(clerk).get().uri(asked).exchange().returnResult(String.class);
        assertThat(told.getResponseBody())
                .contains(String.valueOf(firm.enterpriseId()), "OFFERED")
                .doesNotContain(String.valueOf(declined.enterpriseId()));
        client.as(payerOf(UUID.randomUUID()))
                .get()
                .uri(asked)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void what_a_list_comes_to_is_told_at_once_beside_what_is_free() {
        Answer fixed = exempt();
        offered(fixed, firm);
        assertThat(told(fixed, "enterprises=3")).isEqualTo("{\"yuan\":60000.00,\"free\":80000.00}");

        Map<String, Object> byFigure = payout(A_TENTH, 100_000);
        byFigure.put("kind", "EXEMPT");
        Answer ratio = paying(byFigure);
        assertThat(told(ratio, "enterprises=3&basis=1000&basis=1000&basis=2000.5"))
                .isEqualTo("{\"yuan\":400.05,\"free\":100000.00}");
        assertThat(told(ratio, "enterprises=2&basis=1000"))
                .as("the figure of one of them is missing")
                .contains("VALIDATION_FAILED", "设备投资额");
        assertThat(told(ratio, "enterprises=51")).contains("VALIDATION_FAILED");
    }

    private String told(Answer project, String of) {
        return client.as(clerk)
                .get()
                .uri("/api/policy/manage/redemption-projects/" + project.id() + "/offers/sum?" + of)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }
}
