package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project of redemption with conditions of its own: how they are kept, and what they mean for who applies and who is found. */
class RedemptionAudienceTest extends PaymentServiceTest {

    private static final Map<String, Object> TEN_PEOPLE =
            Map.of("type", "comparison", "fact", "employees", "op", ">=", "value", 10);

    @BeforeEach
    void the_engine_tells_a_tree() {
        when(trials.answer(any()))
                .thenReturn(
                        new Trial.Answer(List.of(), List.of(condition(ConditionResult.Outcome.UNKNOWN)), List.of()));
        theAudienceIs(MatchOutcome.ELIGIBLE);
    }

    @Test
    void who_keeps_such_projects_may_use_the_editor_of_conditions() {
        client.as(clerk)
                .get()
                .uri("/api/policy/manage/facts")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(post(
                                clerk,
                                "/api/policy/manage/criteria/preview",
                                Map.of("criteria", TEN_PEOPLE, "cases", List.of()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everybody_reads_in_words_whom_a_project_is_for_and_it_stays_so_once_it_is_open() {
        Answer drafted = drafted(of("APPLICATION", false));
        assertThat(drafted.get("audience").toString()).contains("职工总数", "≥ 10 人");
        assertThat(get(clerk, MANAGED + drafted.id()).get("criteria")).isEqualTo(TEN_PEOPLE);
        Answer open = desk(clerk, drafted, "open", Map.of());

        Answer read = answerOf(client.anonymous()
                .get()
                .uri("/api/policy/redemption/projects/" + open.id())
                .exchange());
        assertThat(read.get("audience").toString()).contains("职工总数", "≥ 10 人");
        assertThat(ExportedFile.of(client.as(clerk), "/api/policy/manage/redemption-projects/export")
                        .column("兑付对象"))
                .containsExactly("职工总数：≥ 10 人");
        assertThat(changed(open, payout(A_TENTH, 1000)).code())
                .as("it promises what it says")
                .isEqualTo("STATE_CONFLICT");
    }

    @Test
    void what_policies_may_not_ask_projects_may_not_and_while_nobody_can_say_what_they_mean_they_are_not_kept() {
        Answer sound = drafted(of("APPLICATION", false));
        Map<String, Object> faulty = of("APPLICATION", false);
        faulty.put("criteria", Map.of("type", "comparison", "fact", "noSuchFact", "op", ">=", "value", 10));
        Answer refused = drafted(faulty);
        assertThat(refused.code()).isEqualTo("CRITERIA_FAULTY");
        assertThat(refused.get("detail").toString()).startsWith("兑付对象的条件有 1 处错误");
        assertThat(changed(sound, faulty).code()).isEqualTo("CRITERIA_FAULTY");

        when(trials.answer(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        assertThat(drafted(of("APPLICATION", false)).status()).isEqualTo(503);
        Map<String, Object> renamed = of("APPLICATION", true);
        renamed.put("title", "改了名称");
        Answer changed = changed(sound, renamed);
        assertThat(changed.get("title"))
                .as("what it asks has its words already")
                .isEqualTo("改了名称");
        assertThat(changed.get("audience")).isEqualTo(sound.get("audience"));
        assertThat(changed(changed, payout(A_TENTH, 1000)).get("audience"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @Test
    void who_is_surely_not_meant_is_told_why_and_applies_only_where_the_project_lets_them() {
        theAudienceIs(MatchOutcome.INELIGIBLE);
        Answer mild = paying(of("APPLICATION", false));
        Answer told = get(firm, eligibilityOf(mild));
        assertThat(told.get("audience").toString()).contains("INELIGIBLE", "还差 3 人");
        assertThat(told.get("standing").toString()).contains("ELIGIBLE");
        assertThat(told.get("barred")).isEqualTo(false);
        Answer applied = applied(firm, mild, 100_000);
        assertThat(applied.status()).isEqualTo(201);
        assertThat(get(clerk, "/api/policy/redemption/applications/" + applied.id())
                        .get("audience")
                        .toString())
                .as("the reviewer reads how it stood")
                .contains("INELIGIBLE");

        Answer strict = paying(of("APPLICATION", true));
        assertThat(get(firm, eligibilityOf(strict)).get("barred")).isEqualTo(true);
        Answer refused = applied(firm, strict, 100_000);
        assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
        assertThat(refused.get("detail").toString()).contains("职工总数（要求 ≥ 10 人）");

        theAudienceIs(MatchOutcome.UNKNOWN);
        assertThat(applied(firm, strict, 100_000).status())
                .as("what is open bars nobody")
                .isEqualTo(201);
    }

    @Test
    void where_it_cannot_be_asked_nobody_is_barred() {
        Answer strict = paying(of("APPLICATION", true));
        when(standings.against(any(), any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        assertThat(get(firm, eligibilityOf(strict)).get("barred")).isEqualTo(false);
        Answer applied = applied(firm, strict, 100_000);
        assertThat(applied.status()).isEqualTo(201);
        assertThat(applied.get("audience")).isNull();
    }

    @Test
    void only_who_surely_is_meant_is_offered_and_is_held_against_it_again_before_it_is_paid() {
        Answer project = paying(of("EXEMPT", true));
        assertThat(project.get("barring")).as("nobody asks for it").isEqualTo(false);
        CurrentUser stranger = aFirm();
        when(standings.evidenceAgainst(eq(stranger.enterpriseId()), any())).thenReturn(standing(MatchOutcome.UNKNOWN));
        Answer refused = offered(project, firm, stranger);
        assertThat(refused.code()).isEqualTo("OFFERS_FAULTY");
        assertThat(refused.errors()).containsOnlyKeys("offers[1]");
        assertThat(refused.get("errors").toString()).contains("不能判定是否符合本项目的兑付对象");

        offered(project, firm);
        Answer mine = mineOf(firm);
        assertThat(mine.get("audience").toString()).contains("ELIGIBLE", "职工总数");
        mine(firm, mine, "confirm", Map.of("account", account(firm)));
        afterTheNotice();
        when(standings.evidenceAgainst(eq(firm.enterpriseId()), any())).thenReturn(standing(MatchOutcome.NEARLY));
        Answer unpaid = prepare(clerk, mine.id());
        assertThat(unpaid.code()).isEqualTo("NOT_PAYABLE");
        assertThat(unpaid.get("errors").toString()).contains("不符合本项目的兑付对象，未达到：职工总数（要求 ≥ 10 人）");
    }

    private static final String MANAGED = "/api/policy/manage/redemption-projects/";

    private static String eligibilityOf(Answer project) {
        return "/api/policy/my/redemptions/projects/" + project.id() + "/eligibility";
    }

    private Map<String, Object> of(String kind, boolean barring) {
        Map<String, Object> project = new HashMap<>(
                kind.equals("EXEMPT")
                        ? payout(Map.of("type", "FIXED", "amount", 20_000), 100_000)
                        : payout(A_TENTH, 500_000));
        project.put("kind", kind);
        project.put("barring", barring);
        project.put("criteria", TEN_PEOPLE);
        return project;
    }

    private Answer changed(Answer seen, Map<String, Object> project) {
        return put(clerk, MANAGED + seen.id(), Map.of("version", seen.version(), "project", project));
    }

    private void theAudienceIs(MatchOutcome outcome) {
        when(standings.against(any(), any())).thenReturn(standing(outcome));
        when(standings.evidenceAgainst(any(), any())).thenReturn(standing(outcome));
    }
}
