package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** From the claim of an enterprise to what the department recognises. */
class ApplyingTest extends RedemptionServiceTest {

    @Test
    void the_amount_follows_from_the_rule_and_is_told_in_figures() {
        Answer project = paying(500_000);
        Answer applied = applied(firm, project, 1_200_000);

        assertThat(applied.status()).isEqualTo(201);
        assertThat(applied.get("status")).isEqualTo("SUBMITTED");
        assertThat(sum(applied, "amountClaimed")).isEqualByComparingTo("100000.00");
        assertThat(applied.get("explanation")).isEqualTo("1,200,000.00 元 × 10% = 120,000.00 元，上限 100,000.00 元");
        assertThat(applied.get("promise").toString()).contains("workingDays=10", "state=RUNNING");
        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));
    }

    @Test
    void what_somebody_applied_for_is_theirs_to_take_out_and_nobody_elses() {
        Answer applied = applied(firm, paying(500_000), 800_000);

        assertThat((List<?>) get(firm, "/api/policy/my/data").get("redemptions"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("number", applied.get("number"))
                .containsEntry("status", "待审核")
                .containsEntry("accountNumber", "6222000011112222");
        assertThat((List<?>) get(clerk, "/api/policy/my/data").get("redemptions"))
                .isEmpty();
    }

    @Test
    void what_a_department_opens_is_told_to_the_enterprise() {
        Map<String, Object> claim = claim(firm, 800_000);
        UUID invoice = uploaded(firm, TestPdf.ofOnePage()).id();
        claim.put("files", List.of(invoice));
        Answer applied = applied(firm, paying(500_000), claim);
        get(firm, "/api/policy/my/redemptions/" + applied.id());
        get(payerOf(UUID.randomUUID()), "/api/policy/redemption/applications/" + applied.id());
        assertThat(readings(applied))
                .as("of what is one's own, or was not shown")
                .isEmpty();

        get(clerk, "/api/policy/redemption/applications/" + applied.id());
        client.as(clerk)
                .get()
                .uri("/api/policy/redemption/files/" + invoice)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(readings(applied)).containsExactly("兑付申请 " + clerk.name(), "执照.pdf " + clerk.name());
    }

    @Test
    void who_applied_is_covered_by_its_field_rule_wherever_it_is_shown() {
        Answer project = paying(500_000);
        Answer shown = decide(clerk, applied(firm, project, 800_000), "recognise", Map.of());
        Answer over = mine(firm, shown, "withdraw", Map.of());
        assertThat(over.get("applicantName")).isEqualTo(firm.name());
        String all = "/api/policy/redemption/applications";
        String entries = "/api/policy/manage/redemption-projects/" + project.id() + "/entries";
        CurrentUser kept = clerk.seeing(Map.of(PolicyFields.REDEMPTION_APPLICANT, FieldRule.HIDDEN));

        assertThat(get(kept, all + "/" + over.id()).body().toString())
                .as("neither as that nor in its timeline")
                .contains("SUBMITTED", "WITHDRAWN", clerk.name())
                .doesNotContain(firm.name(), "applicantName");
        assertThat(get(kept, entries).body().toString())
                .as("who gave up what was held, in the ledger")
                .contains("RELEASE", clerk.name())
                .doesNotContain(firm.name());
        assertThat(ExportedFile.of(client.as(kept), all + "/export?projectId=" + project.id())
                        .rows()
                        .getFirst())
                .doesNotContainKey("申请人")
                .containsEntry("申请编号", (String) over.get("number"));

        assertThat(get(clerk, all + "/" + over.id()).get("applicantName")).isEqualTo(firm.name());
        assertThat(get(clerk, entries).body().toString()).contains("applicant=" + firm.name());
        assertThat(ExportedFile.of(client.as(clerk), all + "/export?projectId=" + project.id())
                        .column("申请人"))
                .containsExactly(firm.name());
    }

    @Test
    void of_whose_applications_only_the_payment_is_somebodys_business_they_see_the_name_covered() {
        Answer applied = applied(firm, paying(500_000), 800_000);
        CurrentUser cashier = TestUsers.ofDepartment(department, "policy.payment.prepare")
                .reaching(Map.of(), Territory.of(department, Set.of(), Set.of()));

        assertThat(get(cashier, "/api/policy/redemption/applications?projectId=" + applied.get("projectId"))
                        .body()
                        .toString())
                .contains("applicantName=", String.valueOf(applied.get("number")))
                .doesNotContain(firm.name());
    }

    private List<String> readings(Answer applied) {
        return jdbc.sql("""
                        select (data ->> 'document') || ' ' || (data ->> 'readerName') from outbox
                        where type = 'policy.RedemptionViewed' and data ->> 'applicationId' = ? order by seq""").param(applied.id().toString()).query(String.class).list();
    }

    @Test
    void what_is_recognised_is_reserved_and_shown() {
        Answer project = paying(500_000);
        Answer applied = applied(firm, project, 800_000);

        assertThat(decide(clerk, applied, "recognise", Map.of("basis", 900_000)).errors())
                .containsOnlyKeys("basis");
        assertThat(decide(clerk, applied, "recognise", Map.of("basis", 700_000)).errors())
                .containsOnlyKeys("reason");
        Answer shown = decide(clerk, applied, "recognise", Map.of("basis", 700_000, "reason", "扣除其中运费"));

        assertThat(shown.get("status")).isEqualTo("IN_NOTICE");
        assertThat(sum(shown, "amount")).isEqualByComparingTo("70000.00");
        assertThat(shown.get("promise").toString()).contains("ANSWERED");
        assertThat(shown.get("timeline").toString()).contains("扣除其中运费", "700,000.00 元 × 10% = 70,000.00 元");
        assertThat(money(project)).isEqualTo(yuan(430_000, 70_000, 0, 0, 0));
        assertThat(eventsOf(applied.id())).containsExactly("policy.RedemptionSubmitted", "policy.RedemptionInNotice");
    }

    @Test
    void what_is_taken_back_or_rejected_is_free_again() {
        Answer project = paying(500_000);
        Answer first = decide(clerk, applied(firm, project, 800_000), "recognise", Map.of());
        assertThat(mine(firm, first, "withdraw", Map.of()).get("status")).isEqualTo("WITHDRAWN");
        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));

        Answer second = decide(clerk, applied(firm, project, 500_000), "recognise", Map.of());
        assertThat(money(project)).isEqualTo(yuan(450_000, 50_000, 0, 0, 0));
        assertThat(decide(clerk, second, "reject", Map.of("reason", "  否    ")).code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(decide(clerk, second, "reject", Map.of("reason", "发票重复报过")).get("status"))
                .isEqualTo("REJECTED");
        assertThat(money(project)).isEqualTo(yuan(500_000, 0, 0, 0, 0));
    }

    @Test
    void what_was_sent_back_is_claimed_anew() {
        Answer applied = applied(firm, paying(500_000), 800_000);
        Answer back = decide(clerk, applied, "send-back", Map.of("reason", "请补充发票"));
        assertThat(back.get("promise").toString()).contains("PAUSED");

        UUID invoice = uploaded(firm, TestPdf.ofOnePage()).id();
        Map<String, Object> claim = claim(firm, 600_000);
        claim.put("files", List.of(invoice));
        claim.put("statement", "补充说明");
        Answer again = mine(firm, back, "supplement", Map.of("claim", claim));
        assertThat(again.get("status")).isEqualTo("SUBMITTED");
        assertThat(sum(again, "amountClaimed")).isEqualByComparingTo("60000.00");
        assertThat(again.get("promise").toString()).contains("RUNNING");
        assertThat(statedAt(again, "SUBMITTED"))
                .as("what was stated first stays")
                .contains("basis=800000", "已投产", "测试银行", "2222")
                .doesNotContain("6222000011112222");
        assertThat(statedAt(again, "RESUBMITTED")).contains("basis=600000", "补充说明");

        client.as(clerk)
                .get()
                .uri("/api/policy/redemption/files/" + invoice)
                .exchange()
                .expectStatus()
                .isOk();
        UUID unused = uploaded(firm, TestPdf.ofOnePage()).id();
        assertThat(get(clerk, "/api/policy/redemption/files/" + unused).status())
                .as("a file that it does not name")
                .isEqualTo(404);
    }

    @Test
    void money_goes_to_the_enterprise_itself_and_its_number_is_covered() {
        Answer project = paying(500_000);
        Map<String, Object> claim = claim(firm, 800_000);
        claim.put("account", Map.of("name", "别家公司", "bank", "测试银行", "number", "62220000111122223333"));
        assertThat(applied(firm, project, claim).code()).isEqualTo("ACCOUNT_OF_ANOTHER");
        claim.put("account", Map.of("name", "测试企业" + firm.enterpriseId(), "bank", "测试银行", "number", "不是账号"));
        assertThat(applied(firm, project, claim).errors()).containsOnlyKeys("account.number");

        Answer applied = applied(firm, project, 800_000);
        assertThat(applied.get("account").toString()).contains("6222********2222");
        assertThat(get(clerk, "/api/policy/redemption/applications/" + applied.id())
                        .get("account")
                        .toString())
                .contains("6222********2222");
        assertThat(jdbc.sql("select account_number from redemption_application where id = ?")
                        .param(applied.id())
                        .query(String.class)
                        .single())
                .startsWith("sm4:");
    }

    @Test
    void an_enterprise_applies_once_and_within_the_window() throws Exception {
        Answer project = paying(500_000);
        List<Answer> answers =
                atOnce(List.of(() -> applied(firm, project, 800_000), () -> applied(firm, project, 800_000)));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers).extracting(Answer::code).contains("REDEMPTION_ALREADY_OPEN");

        desk(clerk, get(clerk, "/api/policy/manage/redemption-projects/" + project.id()), "close", Map.of());
        assertThat(applied(aFirm(), project, 800_000).code()).isEqualTo("REDEMPTION_CLOSED");
        assertThat(applied(firm, paying(500_000), 0).code()).isEqualTo("AMOUNT_NOTHING");
    }

    @Test
    void what_excludes_each_other_is_enjoyed_once_a_year() throws Exception {
        Answer one = paying(grouped("贴息与补助", 2026));
        Answer other = paying(grouped("贴息与补助", 2026));
        Answer nextYear = paying(grouped("贴息与补助", 2027));
        Answer elsewhere = paying(grouped("人才", 2026));

        List<Answer> answers = atOnce(List.of(() -> applied(firm, one, 100_000), () -> applied(firm, other, 100_000)));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        Answer refused =
                answers.stream().filter(it -> it.status() == 409).findFirst().orElseThrow();
        assertThat(refused.code()).isEqualTo("REDEMPTION_EXCLUDED");
        assertThat(refused.get("detail").toString()).contains("设备更新补助", "DX", "待审核", "不可同时享受");

        assertThat(applied(firm, nextYear, 100_000).status()).isEqualTo(201);
        assertThat(applied(firm, elsewhere, 100_000).status()).isEqualTo(201);
        Answer living =
                answers.stream().filter(it -> it.status() == 201).findFirst().orElseThrow();
        mine(firm, living, "withdraw", Map.of());
        assertThat(applied(firm, other, 100_000).status())
                .as("what was taken back excludes nothing")
                .isEqualTo(201);
    }

    @Test
    void blanks_and_the_width_and_case_of_letters_make_no_other_group() {
        applied(firm, paying(grouped("技改（A）补助2026", 2026)), 100_000);

        assertThat(applied(firm, paying(grouped(" 技改(ａ) 补助2026", 2026)), 100_000)
                        .code())
                .isEqualTo("REDEMPTION_EXCLUDED");
    }

    @Test
    void a_group_is_chosen_among_those_that_there_are_and_drafts_of_others_are_not_told() {
        String name = "GROUP" + System.nanoTime();
        paying(grouped(name, 2026));
        drafted(grouped(name.toLowerCase(Locale.ROOT), 2026));
        String asked = "/api/policy/manage/redemption-projects/exclusive-groups?q=" + name.toLowerCase(Locale.ROOT);

        assertThat(client.as(clerk)
                        .get()
                        .uri(asked)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo("[{\"name\":\"" + name + "\",\"projects\":2}]");
        assertThat(client.as(payerOf(UUID.randomUUID()))
                        .get()
                        .uri(asked)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo("[{\"name\":\"" + name + "\",\"projects\":1}]");
    }

    @Test
    void how_it_stands_is_told_before_it_applies_bars_nobody_and_is_there_for_the_reviewer() {
        Answer project = paying(500_000);
        theOutcomeIs(MatchOutcome.INELIGIBLE);
        assertThat(eligibility(firm, project).get("standing").toString()).contains("INELIGIBLE");

        Answer applied = applied(firm, project, 800_000);
        theOutcomeIs(MatchOutcome.ELIGIBLE);
        assertThat(get(clerk, "/api/policy/redemption/applications/" + applied.id())
                        .get("standing")
                        .toString())
                .as("as of the application")
                .contains("INELIGIBLE");
        assertThat(eligibility(firm, project).get("redemptionId"))
                .isEqualTo(applied.id().toString());
        assertThat(get(firm, eligibilityOf(drafted(payout(A_TENTH, 500_000)))).status())
                .isEqualTo(404);
    }

    @Test
    void while_nobody_says_how_it_stands_it_applies_all_the_same() {
        Answer project = paying(500_000);
        when(standings.standing(any(), any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        assertThat(eligibility(firm, project).get("standing")).isNull();
        Answer applied = applied(firm, project, 800_000);
        assertThat(applied.status()).isEqualTo(201);
        assertThat(applied.get("standing")).isNull();
    }

    @Test
    void who_is_excluded_is_told_by_what_before_it_fills_anything_in() {
        Answer other = paying(grouped("提前告知", 2026));
        Answer living = applied(firm, paying(grouped("提前告知", 2026)), 100_000);

        assertThat(eligibility(firm, other).get("excludedBy").toString())
                .contains("certain=true", living.id().toString(), String.valueOf(living.get("number")), "不可同时享受");
        assertThat(eligibility(aFirm(), other).get("excludedBy"))
                .as("others are not")
                .isNull();
        mine(firm, living, "withdraw", Map.of());
        assertThat(eligibility(firm, other).get("excludedBy")).isNull();
    }

    @Test
    void within_what_time_it_is_reviewed_is_said_where_it_applies() {
        assertThat(get(
                                firm,
                                "/api/policy/redemption/projects/"
                                        + paying(500_000).id())
                        .get("review")
                        .toString())
                .contains("workingDays=10", "dueOn=2");
    }

    private Answer eligibility(CurrentUser who, Answer project) {
        return get(who, eligibilityOf(project));
    }

    private static String eligibilityOf(Answer project) {
        return "/api/policy/my/redemptions/projects/" + project.id() + "/eligibility";
    }

    private static String statedAt(Answer application, String kind) {
        return ((List<?>) application.get("timeline"))
                .stream()
                        .map(Map.class::cast)
                        .filter(it -> kind.equals(it.get("kind")))
                        .map(it -> String.valueOf(it.get("stated")))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Object> grouped(String group, int year) {
        Map<String, Object> project = payout(A_TENTH, 500_000);
        project.put("exclusiveGroup", group);
        project.put("exclusiveYear", year);
        return project;
    }

    @Test
    void fifty_at_the_budgets_edge_do_not_overspend_it() throws Exception {
        Answer project = paying(200_000);
        List<Answer> applied = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            applied.add(applied(aFirm(), project, 100_000));
        }
        List<Callable<Answer>> approvals = new ArrayList<>();
        applied.forEach(it -> approvals.add(() -> decide(clerk, it, "recognise", Map.of())));

        List<Answer> answers = atOnce(approvals);

        assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(20);
        assertThat(answers.stream().filter(it -> it.status() != 200))
                .hasSize(30)
                .allSatisfy(it -> assertThat(it.code()).isEqualTo("BUDGET_EXHAUSTED"));
        assertThat(money(project)).isEqualTo(yuan(0, 200_000, 0, 0, 0));
        assertThat(jdbc.sql("select count(*) from redemption_application where project_id = ? and status = 'IN_NOTICE'")
                        .param(project.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void of_two_officers_at_once_one_has_to_look_again() throws Exception {
        Answer project = paying(500_000);
        Answer applied = applied(firm, project, 800_000);
        List<Answer> answers = atOnce(List.of(
                () -> decide(clerk, applied, "recognise", Map.of()),
                () -> decide(chief, applied, "reject", Map.of("reason", "不符合条件"))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).extracting(Answer::code).contains("VERSION_CONFLICT");
    }
}
