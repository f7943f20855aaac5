package cn.zhengqi.matching.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.reference.ReferenceRules;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody checks by typed figures; who is signed in starts from their profile; nothing is kept either way. */
class SelfChecksTest extends MatchingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> KINDS = List.of("policies", "loans", "srdi");
    private static final Map<String, Object> FIRM = Map.of(
            "entityType",
            "企业",
            "industryCode",
            "I65",
            "regionCode",
            "500113",
            "employees",
            60,
            "rdStaff",
            12,
            "revenue",
            List.of(2_000, 1_600),
            "rdExpense",
            List.of(160, 100),
            "class1Ip",
            1,
            "class2Ip",
            6);

    private final UUID enterprise = Ids.next();
    private final CurrentUser owner = administratorOf(enterprise);

    @BeforeEach
    void the_library_is_published() {
        List<EligibilityRule> rules = ReferenceRules.all();
        long listed =
                jdbc.sql("select count(*) from library_entry").query(Long.class).single();
        if (listed < rules.size()) {
            rules.forEach(rule -> tell(Published.of(rule), 1));
        }
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from library_entry where listed")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(rules.size()));
    }

    @Test
    void anybody_is_asked_in_steps_and_answered_and_nothing_is_kept() {
        long before = rows();
        for (String kind : KINDS) {
            JsonNode form = form(client.anonymous(), kind);
            assertThat(form.path("steps").size()).isGreaterThanOrEqualTo(4);
            assertThat(form.has("enterpriseName")).isFalse();
            assertThat(facts(form))
                    .isNotEmpty()
                    .allSatisfy(fact -> assertThat(fact.has("value")).isFalse());
        }
        JsonNode policies = check(client.anonymous(), "policies", Map.of("facts", FIRM));
        JsonNode loans = check(client.anonymous(), "loans", Map.of("facts", FIRM));
        JsonNode srdi = check(client.anonymous(), "srdi", Map.of("facts", FIRM));

        assertThat(policies.path("policies").valueStream())
                .extracting(policy -> policy.path("outcome").asString())
                .contains("ELIGIBLE", "UNKNOWN", "INELIGIBLE");
        assertThat(policies.path("next").path("steps").size()).isPositive();
        assertThat(loans.path("loans").size())
                .isGreaterThanOrEqualTo(ReferenceRules.products().size());
        assertThat(national(srdi)).hasSize(3);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_is_left_open_stays_unknown_and_is_never_no() {
        assertThat(check(client.anonymous(), "policies", Map.of("facts", Map.of()))
                        .path("policies")
                        .valueStream())
                .filteredOn(policy -> policy.path("outcome").asString().equals("ELIGIBLE"))
                .isEmpty();
        assertThat(check(client.anonymous(), "srdi", Map.of("facts", Map.of()))
                        .path("grades")
                        .valueStream())
                .allSatisfy(
                        grade -> assertThat(grade.path("outcome").asString()).isEqualTo("UNKNOWN"));
    }

    @Test
    void absurd_figures_are_refused_with_code_and_field() {
        for (String kind : KINDS) {
            refused(kind, Map.of("employees", -3), "employees", "FACT_OUT_OF_RANGE");
            refused(kind, Map.of("employees", 10, "rdStaff", 11), "rdStaff", "FACT_INCONSISTENT");
            refused(kind, Map.of("revenue", List.of(100, "many")), "revenue[1]", "FACT_WRONG_KIND");
            refused(kind, Map.of("established", "2999-01-01"), "established", "FACT_OUT_OF_RANGE");
            refused(kind, Map.of("noSuchFact", 1), "noSuchFact", "FACT_UNKNOWN");
            refused(kind, Map.of("rdStaffRatio", 20), "rdStaffRatio", "FACT_NOT_EDITABLE");
        }
        client.anonymous()
                .get()
                .uri("/api/match/self-checks/everything")
                .exchange()
                .expectStatus()
                .isNotFound();
        post(client.anonymous(), "srdi", Map.of("facts", Map.of(), "day", "1990-01-01"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("day");
    }

    @Test
    void who_is_signed_in_starts_from_the_profile_and_what_they_type_stays_on_the_page() {
        registered();
        report(Map.of("employees", 200, "rdStaff", 19));
        JsonNode form = form(client.as(owner), "policies");

        assertThat(form.path("enterpriseName").asString()).isEqualTo("重庆渝巴软件有限公司");
        assertThat(form.path("version").asLong()).isEqualTo(1);
        assertThat(fact(form, "employees").path("value").asInt()).isEqualTo(200);
        assertThat(fact(form, "employees").path("source").asString()).isEqualTo("SELF");
        assertThat(fact(form, "industryCode").path("source").asString()).isEqualTo("REGISTER");

        JsonNode asKnown = check(client.as(owner), "policies", Map.of("facts", Map.of()));
        JsonNode whatIf = check(client.as(owner), "policies", Map.of("facts", Map.of("rdStaff", 40)));
        assertThat(staff(asKnown)).isEqualTo("NOT_MET");
        assertThat(staff(whatIf)).isEqualTo("MET");
        assertThat(fact(form(client.as(owner), "policies"), "rdStaff")
                        .path("value")
                        .asInt())
                .isEqualTo(19);

        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put("rdStaff", null);
        assertThat(staff(check(client.as(owner), "policies", Map.of("facts", nothing))))
                .isEqualTo("UNKNOWN");
        post(client.as(owner), "policies", Map.of("facts", Map.of("rdStaff", 201)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("FACT_INCONSISTENT");
    }

    @Test
    void the_profile_of_one_enterprise_is_in_no_answer_to_another_or_to_nobody() {
        registered();
        report(Map.of("employees", 200, "rdStaff", 19));
        assertThat(staff(check(client.anonymous(), "policies", Map.of("facts", Map.of()))))
                .isEqualTo("UNKNOWN");
        CurrentUser member = TestUsers.ofEnterprise(enterprise, "code.claim");
        assertThat(form(client.as(member), "policies").has("enterpriseName")).isFalse();
    }

    @Test
    void who_wants_no_recommendations_gets_the_general_order() {
        registered();
        client.as(owner)
                .put()
                .uri("/api/match/my/recommendations")
                .body(Map.of("personalised", false))
                .exchange()
                .expectStatus()
                .isOk();

        JsonNode answer = check(client.as(owner), "policies", Map.of("facts", FIRM));
        assertThat(answer.path("order").asString()).isEqualTo("GENERAL");
        assertThat(answer.path("policies")
                        .valueStream()
                        .map(policy -> policy.path("code").asString()))
                .isSorted();
    }

    @Test
    void while_an_edition_holds_it_is_used_and_after_it_nobody_qualifies_by_it_and_its_successor_is_named() {
        JsonNode then = check(client.anonymous(), "srdi", Map.of("facts", FIRM, "day", "2026-03-31"));
        JsonNode now = check(client.anonymous(), "srdi", Map.of("facts", FIRM, "day", "2026-04-01"));

        assertThat(national(then)).allSatisfy(grade -> {
            assertThat(grade.path("status").asString()).isEqualTo("IN_FORCE");
            assertThat(grade.has("successor")).isFalse();
            assertThat(grade.path("edition").asString()).isEqualTo("2022");
        });
        assertThat(national(now)).allSatisfy(grade -> {
            assertThat(grade.path("status").asString()).isEqualTo("SUPERSEDED");
            assertThat(grade.path("successor").path("code").asString()).isEqualTo("N06");
            assertThat(grade.path("successor").path("figuresKnown").asBoolean()).isFalse();
            assertThat(grade.path("successor").path("reason").asString()).isEqualTo("认定标准以工业和信息化部公布的原文为准");
        });
    }

    @Test
    void entry_conditions_stand_apart_from_the_table_and_its_alternatives() {
        List<JsonNode> grades = national(check(client.anonymous(), "srdi", Map.of("facts", FIRM)));

        JsonNode srdi = grades.get(1);
        assertThat(srdi.path("grants").asString()).isEqualTo("专精特新中小企业");
        assertThat(srdi.path("entry").size()).isEqualTo(6);
        assertThat(srdi.path("alternatives").size()).isEqualTo(3);
        assertThat(srdi.path("sheet").path("groups").size()).isEqualTo(4);
        assertThat(srdi.path("sheet").path("maximum").asInt()).isEqualTo(100);
        assertThat(srdi.path("sheet").path("low").asInt())
                .isLessThan(srdi.path("sheet").path("high").asInt());
        assertThat(grades.get(2).has("sheet")).isFalse();
        assertThat(grades.get(2).path("entry").size()).isEqualTo(11);
        assertThat(JSON.writeValueAsString(grades.get(0).path("entry"))).doesNotContain("SCORE");
    }

    @Test
    void a_day_before_the_second_edition_of_a_grade_has_the_first_though_it_is_not_published_any_more() {
        UUID id = Ids.next();
        String code = "T" + id.toString().substring(28);
        LocalDate changed = BusinessTime.today(clock).minusMonths(3);
        tell(Published.grade(id, code, 1, changed.minusYears(2), "创新型中小企业", "测试级", 10), 1);
        tell(Published.grade(id, code, 2, changed, "创新型中小企业", "测试级", 100), 2);
        await().until(() -> jdbc.sql("select count(*) = 2 from library_edition where subject_id = ?")
                .param(id)
                .query(Boolean.class)
                .single());

        JsonNode before = check(
                client.anonymous(),
                "srdi",
                Map.of("facts", FIRM, "day", changed.minusDays(1).toString()));
        JsonNode now = check(client.anonymous(), "srdi", Map.of("facts", FIRM));

        assertThat(grade(before, code).path("edition").asString()).isEqualTo("第 1 版");
        assertThat(grade(before, code).path("outcome").asString())
                .as("60 of 10")
                .isEqualTo("MET");
        assertThat(grade(now, code).path("edition").asString()).isEqualTo("第 2 版");
        assertThat(grade(now, code).path("outcome").asString()).as("60 of 100").isEqualTo("NOT_MET");
        tell(new PolicyWithdrawn(id, code, 2, clock.instant()), 3);
        await().until(() -> jdbc.sql("select not listed from library_entry where subject_id = ?")
                .param(id)
                .query(Boolean.class)
                .single());
    }

    private static JsonNode grade(JsonNode check, String code) {
        return check.path("grades")
                .valueStream()
                .filter(grade -> grade.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> national(JsonNode check) {
        return check.path("grades")
                .valueStream()
                .filter(grade -> grade.path("level").asString().equals("国家"))
                .toList();
    }

    private void registered() {
        tell(
                Published.registered(
                        enterprise,
                        "91500113" + enterprise.toString().substring(26, 36).toUpperCase(),
                        false),
                1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from enterprise where id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
    }

    private void report(Map<String, Object> facts) {
        client.as(owner)
                .put()
                .uri("/api/match/my/profile/facts")
                .body(Map.of("facts", facts))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from match_result) + (select count(*) from fact)"
                        + " + (select count(*) from planning_report)")
                .query(Long.class)
                .single();
    }

    private void refused(String kind, Map<String, Object> facts, String field, String code) {
        post(client.anonymous(), kind, Map.of("facts", facts))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    private static String staff(JsonNode answer) {
        return answer.path("policies")
                .valueStream()
                .filter(policy -> policy.path("code").asString().equals("N01"))
                .flatMap(policy -> policy.path("conditions").valueStream())
                .filter(condition -> condition.toString().contains("研发人员占比")
                        || condition.toString().contains("科技人员"))
                .map(condition -> condition.path("outcome").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> facts(JsonNode form) {
        return form.path("steps")
                .valueStream()
                .flatMap(step -> step.path("facts").valueStream())
                .toList();
    }

    private static JsonNode fact(JsonNode form, String name) {
        return facts(form).stream()
                .filter(fact -> fact.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode form(RestTestClient somebody, String kind) {
        return somebody.get()
                .uri("/api/match/self-checks/" + kind)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode check(RestTestClient somebody, String kind, Map<String, Object> body) {
        return post(somebody, kind, body)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private static RestTestClient.ResponseSpec post(RestTestClient somebody, String kind, Map<String, Object> body) {
        return somebody.post().uri("/api/match/self-checks/" + kind).body(body).exchange();
    }
}
