package cn.zhengqi.matching.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.api.InternalFactUses;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** 指标字典 as people edit it: from the formula to the figure, the tag and what is refused. */
class FactEditionsTest extends MatchingTest {

    private static final AtomicInteger TOWNS = new AtomicInteger(10);
    private static final String[] KEEPER = {
        "match.fact.read", "match.fact.manage", "match.tag.read", "match.tag.manage", "user.enterprise.read"
    };

    /** Of this test alone, among those of others in this database. */
    private final String own = Ids.next().toString().substring(28);

    private final String town = "5001139" + TOWNS.incrementAndGet();
    private final CurrentUser keeper = TestUsers.ofDepartment(Ids.next(), KEEPER);
    private final UUID enterprise = Ids.next();

    @BeforeEach
    void an_enterprise() {
        registered(enterprise, town);
    }

    @Test
    void a_new_platform_has_the_dictionary_that_ships() {
        List<FactDefinition> first = jdbc.sql("""
                        select e.definition from fact_definition f join fact_definition_edition e on e.name = f.name and e.edition = 1
                        where f.shipped order by f.place""")
                .query((row, number) -> Json.MAPPER.readValue(row.getString(1), FactDefinition.class))
                .list();

        assertThat(first).isEqualTo(FactDictionary.standard().facts());
    }

    @Test
    void a_formula_that_somebody_builds_is_a_figure_of_every_enterprise_and_a_tag_follows_from_it() {
        String name = "perHead" + own;
        report(Map.of("employees", 40, "revenue", List.of(1200, 1000, 800)));

        JsonNode saved = answer(
                keeper,
                HttpMethod.POST,
                "/facts",
                entry(name, content("人均营收" + own, over("revenue", "employees"))),
                201);

        assertThat(saved.path("fact").path("unit").asString()).isEqualTo("万元/人");
        assertThat(saved.path("fact").path("group").asString()).isEqualTo("计算指标");
        assertThat(saved.path("calculationWords").asString()).isEqualTo("营业收入（最近一年） ÷ 职工总数");
        assertThat(figure(name).path("value").asDouble()).isEqualTo(30);

        answer(keeper, HttpMethod.POST, "/tags", tag("高产" + own, name), 201);
        assertThat(tags()).contains("高产" + own);
        JsonNode refused = answer(keeper, HttpMethod.POST, "/facts/" + name + "/retire", Map.of("edition", 1), 409);
        assertThat(refused.path("code").asString()).isEqualTo("FACT_IN_USE");
        assertThat(refused.path("detail").asString()).contains("标签“高产" + own);

        when(factUses.uses(name))
                .thenReturn(List.of(new InternalFactUses.Use(InternalFactUses.Kind.DECLARATION_PROJECT, "增产补贴")));
        assertThat(answer(keeper, HttpMethod.POST, "/facts/" + name + "/retire", Map.of("edition", 1), 409)
                        .path("detail")
                        .asString())
                .contains("申报项目“增产补贴”");

        Map<String, Object> half = Map.of(
                "type", "over", "part", over("revenue", "employees"), "whole", Map.of("type", "number", "value", 2));
        JsonNode changed = answer(
                keeper,
                HttpMethod.PUT,
                "/facts/" + name,
                Map.of("edition", 1, "content", content("人均营收" + own, half)),
                200);
        assertThat(changed.path("edition").asInt()).isEqualTo(2);
        assertThat(figure(name).path("value").asDouble()).isEqualTo(15);
        assertThat(tags()).doesNotContain("高产" + own);

        JsonNode past = answer(keeper, HttpMethod.GET, "/facts/" + name + "/editions", null, 200);
        assertThat(past).hasSize(2);
        assertThat(past.get(0).path("changedBy").asString()).isEqualTo(keeper.name());
        assertThat(past.get(1).path("formula").asString()).isEqualTo("营业收入（最近一年） ÷ 职工总数");
        assertThat(jdbc.sql("""
                        select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectName' = ?
                        order by occurred_at, id""").param("人均营收" + own).query(String.class).list())
                .containsExactly("FACT_CREATED", "FACT_CHANGED");
    }

    @Test
    void a_result_that_was_kept_goes_on_saying_what_it_said() {
        String name = "kept" + own;
        report(Map.of("employees", 40, "rdStaff", 10));
        answer(
                keeper,
                HttpMethod.POST,
                "/facts",
                entry(name, content("比例" + own, percent("rdStaff", "employees"))),
                201);
        JsonNode result = answer(administratorOf(enterprise), HttpMethod.POST, "/my/match", null, 200);

        answer(
                keeper,
                HttpMethod.PUT,
                "/facts/" + name,
                Map.of("edition", 1, "content", content("比例" + own, percent("insured", "employees"))),
                200);

        assertThat(answer(
                                administratorOf(enterprise),
                                HttpMethod.GET,
                                "/results/" + result.path("id").asString(),
                                null,
                                200)
                        .toString())
                .isEqualTo(result.toString());
        assertThat(answer(administratorOf(enterprise), HttpMethod.GET, "/my/match/changes", null, 200)
                        .path("library")
                        .asBoolean())
                .as("what is matched now may come out otherwise")
                .isTrue();
    }

    @Test
    void what_cannot_be_is_refused_at_its_field_with_the_reason() {
        String name = "base" + own;
        String upon = "upon" + own;
        answer(
                keeper,
                HttpMethod.POST,
                "/facts",
                entry(name, content("甲" + own, percent("rdStaff", "employees"))),
                201);
        answer(
                keeper,
                HttpMethod.POST,
                "/facts",
                entry(upon, content("乙" + own, percent(name, "mainRevenueRatio"))),
                201);

        refused(name, content("甲" + own, percent(upon, "mainRevenueRatio")), "calculation", "FORMULA_CIRCULAR")
                .satisfies(text -> assertThat(text).contains("甲" + own + " ← 乙" + own + " ← 甲" + own));
        refused(name, content("甲" + own, percent("rdStaff", "totalAssets")), "calculation", "FORMULA_UNIT_MISMATCH");
        refused(name, content("甲" + own, percent("rdStaff", "nobody")), "calculation", "FORMULA_FACT_UNKNOWN");
        refused(name, content("甲" + own, Map.of("type", "guess")), "calculation", "FORMULA_FORM");
        refused(name, content("甲" + own, over("revenue", "employees")), "calculation", "FACT_UNIT_IN_USE")
                .satisfies(text -> assertThat(text).contains("指标“乙" + own));
        refused(name, content("乙" + own, percent("rdStaff", "employees")), "label", "FACT_LABEL_TAKEN");
        refused(name, content("甲" + own, percent("rdStaff", "employees"), "PUBLIC"), "visibility", "FACT_VISIBILITY");
        refused(name, content("甲" + own, percent("rdStaff", "employees"), "OWNER"), "visibility", "FACT_VISIBILITY");
        refused(
                "enterpriseSize",
                content("企业规模", percent("rdStaff", "employees")),
                "calculation",
                "FORMULA_OF_STANDARD");
        refused("employees", content("职工总数", percent("rdStaff", "employees")), "calculation", "FORMULA_NOT_ALLOWED");
        field(
                answer(
                        keeper,
                        HttpMethod.POST,
                        "/facts",
                        entry(name, content("丙" + own, percent("rdStaff", "employees"))),
                        400),
                "name",
                "FACT_NAME_TAKEN");
        field(
                answer(
                        keeper,
                        HttpMethod.POST,
                        "/facts",
                        entry("tax" + own, content("丁" + own, percent("taxableIncome", "totalAssets"))),
                        400),
                "visibility",
                "FACT_VISIBILITY");
        assertThat(answer(keeper, HttpMethod.POST, "/facts/debtRatio/retire", Map.of("edition", 1), 409)
                        .path("code")
                        .asString())
                .isEqualTo("FACT_OF_PRODUCT");
        assertThat(answer(
                                keeper,
                                HttpMethod.PUT,
                                "/facts/" + name,
                                Map.of("edition", 7, "content", content("甲" + own, percent("rdStaff", "employees"))),
                                409)
                        .path("code")
                        .asString())
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void a_fact_that_enterprises_fill_in_stands_in_their_profile_until_it_is_retired() {
        String name = "robots" + own;
        Map<String, Object> content = new HashMap<>(content("工业机器人数" + own, null));
        content.putAll(Map.of("group", "经营与财务", "kind", "INTEGER", "unit", "台", "min", 0, "max", 1000));

        answer(keeper, HttpMethod.POST, "/facts", entry(name, content), 201);
        assertThat(figure(name).path("editable").asBoolean()).isTrue();
        report(Map.of(name, 12));
        assertThat(figure(name).path("value").asInt()).isEqualTo(12);

        answer(keeper, HttpMethod.POST, "/facts/" + name + "/retire", Map.of("edition", 1), 200);
        assertThat(figure(name).isNull()).isTrue();
        assertThat(answer(keeper, HttpMethod.POST, "/tags", tag("机器人" + own, name), 422)
                        .toString())
                .contains("FACT_RETIRED");
        answer(keeper, HttpMethod.POST, "/facts/" + name + "/restore", Map.of("edition", 2), 200);
        assertThat(figure(name).path("value").asInt()).isEqualTo(12);
    }

    @Test
    void what_was_said_of_a_fact_that_is_retired_makes_no_profile_more_complete() {
        String name = "drones" + own;
        Map<String, Object> content = new HashMap<>(content("无人机数" + own, null));
        content.putAll(Map.of("group", "经营与财务", "kind", "INTEGER", "unit", "台", "min", 0, "max", 1000));
        report(Map.of("employees", 40));
        int before = completeness();

        answer(keeper, HttpMethod.POST, "/facts", entry(name, content), 201);
        report(Map.of(name, 3));
        assertThat(completeness()).isGreaterThan(before);

        answer(keeper, HttpMethod.POST, "/facts/" + name + "/retire", Map.of("edition", 1), 200);
        assertThat(completeness()).isEqualTo(before);
    }

    private int completeness() {
        return answer(administratorOf(enterprise), HttpMethod.GET, "/my/profile", null, 200)
                .path("completeness")
                .asInt();
    }

    @Test
    void a_formula_is_tried_with_a_case_of_a_policy_also_by_who_reads_no_enterprises() {
        CurrentUser reader = TestUsers.ofDepartment(Ids.next(), "match.fact.read", "match.fact.manage");
        Map<String, Object> formula = percent("rdExpenseY1", "revenueY1");
        JsonNode known = tried(
                reader, formula, Map.of("rdExpense", List.of(50, 40), "revenue", List.of(1000), "employees", "很多"));
        assertThat(known.path("enterpriseName").asString()).isEqualTo("研发型");
        assertThat(known.path("value").asDouble()).isEqualTo(5);
        assertThat(known.path("withheld").asBoolean()).isFalse();

        JsonNode stated = tried(reader, formula, Map.of("rdExpenseY1", 30, "revenueY1", 300));
        assertThat(stated.path("value").asDouble())
                .as("a case may tell what is computed elsewhere")
                .isEqualTo(10);
        assertThat(stated.path("missing")).isEmpty();

        JsonNode open = tried(reader, formula, Map.of("revenue", List.of(1000)));
        assertThat(open.path("value").isMissingNode() || open.path("value").isNull())
                .isTrue();
        assertThat(open.path("missing").toString()).contains("研发费用");
    }

    private JsonNode tried(CurrentUser who, Map<String, Object> formula, Map<String, Object> facts) {
        return answer(
                        who,
                        HttpMethod.POST,
                        "/facts/preview",
                        Map.of("calculation", formula, "profile", Map.of("name", "研发型", "facts", facts)),
                        200)
                .path("trial");
    }

    @Test
    void a_formula_is_tried_with_an_enterprise_within_reach_before_it_is_saved() {
        report(Map.of("employees", 40, "rdStaff", 10));
        Map<String, Object> asked =
                Map.of("calculation", percent("rdStaff", "employees"), "uscc", Published.uscc(enterprise));

        JsonNode trial =
                answer(keeper, HttpMethod.POST, "/facts/preview", asked, 200).path("trial");
        assertThat(trial.path("value").asDouble()).isEqualTo(25);
        assertThat(trial.path("given").toString()).contains("研发人员数");
        answer(TestUsers.ofTown(Ids.next(), "500113004", KEEPER), HttpMethod.POST, "/facts/preview", asked, 404);
        answer(
                TestUsers.ofDepartment(Ids.next(), "match.fact.read", "match.fact.manage"),
                HttpMethod.POST,
                "/facts/preview",
                asked,
                403);
        JsonNode tax = answer(
                keeper,
                HttpMethod.POST,
                "/facts/preview",
                Map.of("calculation", percent("taxableIncome", "totalAssets"), "uscc", Published.uscc(enterprise)),
                200);
        assertThat(tax.path("trial").path("withheld").asBoolean()).isTrue();
        JsonNode faulty = answer(
                keeper,
                HttpMethod.POST,
                "/facts/preview",
                Map.of("calculation", percent("rdStaff", "totalAssets")),
                200);
        assertThat(faulty.path("faults").get(0).path("path").asString()).isEqualTo("/whole");
    }

    @Test
    void who_only_reads_changes_nothing_and_other_services_are_told_what_is_in_force() {
        CurrentUser reader = TestUsers.ofDepartment(Ids.next(), "match.fact.read");
        answer(reader, HttpMethod.POST, "/facts", entry("mine", content("我的", percent("rdStaff", "employees"))), 403);
        String name = "told" + own;
        answer(
                keeper,
                HttpMethod.POST,
                "/facts",
                entry(name, content("告知" + own, percent("rdStaff", "employees"))),
                201);

        JsonNode told = toldTo("policy-service", 0, 200);
        assertThat(told.path("facts").toString()).contains(name);
        assertThat(toldTo("finance-service", told.path("revision").asLong(), 200)
                        .path("facts"))
                .as("who knows it is not told again")
                .isEmpty();
        toldTo("message-service", 0, 403);
    }

    @Test
    void conditions_and_golden_cases_are_tried_by_the_dictionary_that_is_in_force_when_they_ask() {
        String name = "tried" + own;
        assertThat(tried(name).path("faults").toString()).contains("FACT_UNKNOWN");

        answer(
                keeper,
                HttpMethod.POST,
                "/facts",
                entry(name, content("试算" + own, percent("rdStaff", "employees"))),
                201);
        assertThat(tried(name).path("faults")).isEmpty();
        assertThat(tried(name).path("outcomes").get(0).path("outcome").asString())
                .as("10 of 40 are 25 %")
                .isEqualTo("ELIGIBLE");

        answer(
                keeper,
                HttpMethod.PUT,
                "/facts/" + name,
                Map.of("edition", 1, "content", content("试算" + own, percent("rdStaff", "insured"))),
                200);
        assertThat(tried(name).path("outcomes").get(0).path("outcome").asString())
                .as("10 of 100 are 10 %")
                .isNotEqualTo("ELIGIBLE");
    }

    /** As policy-service and finance-service try the condition that it is at least 20, with one golden case. */
    private JsonNode tried(String fact) {
        Map<String, Object> criteria = Map.of("type", "comparison", "fact", fact, "op", ">=", "value", 20);
        Trial.Profile golden = new Trial.Profile("金标", Map.of("employees", 40, "insured", 100, "rdStaff", 10));
        return Objects.requireNonNull(client.asService("policy-service")
                .post()
                .uri("/internal/criteria/trial")
                .body(new Trial.Question(criteria, List.of(golden), null))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private JsonNode toldTo(String service, long known, int status) {
        JsonNode answer = client.asService(service)
                .get()
                .uri("/internal/facts?known=" + known)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return answer == null ? Json.MAPPER.nullNode() : answer;
    }

    private AbstractStringAssert<?> refused(String name, Map<String, Object> content, String field, String code) {
        return field(
                answer(keeper, HttpMethod.PUT, "/facts/" + name, Map.of("edition", 1, "content", content), 400),
                field,
                code);
    }

    private static AbstractStringAssert<?> field(JsonNode answer, String field, String code) {
        JsonNode error = answer.path("errors").get(0);
        assertThat(error.path("field").asString() + " " + error.path("code").asString())
                .isEqualTo(field + " " + code);
        return assertThat(error.path("message").asString());
    }

    private static Map<String, Object> percent(String part, String whole) {
        return Map.of("type", "percent", "part", figureOf(part), "whole", figureOf(whole));
    }

    private static Map<String, Object> over(String part, String whole) {
        return Map.of("type", "over", "part", figureOf(part), "whole", figureOf(whole));
    }

    private static Map<String, Object> figureOf(String fact) {
        return fact.equals("revenue")
                ? Map.of("type", "fact", "fact", fact, "year", 0)
                : Map.of("type", "fact", "fact", fact);
    }

    private static Map<String, Object> entry(String name, Map<String, Object> content) {
        return Map.of("name", name, "content", content);
    }

    private static Map<String, Object> content(String label, @Nullable Map<String, Object> calculation) {
        return content(label, calculation, "AUTHORITIES");
    }

    private static Map<String, Object> content(
            String label, @Nullable Map<String, Object> calculation, String visibility) {
        Map<String, Object> content =
                new HashMap<>(Map.of("label", label, "period", "上年末", "visibility", visibility, "closable", "UP"));
        if (calculation != null) {
            content.put("calculation", calculation);
        }
        return content;
    }

    private static Map<String, Object> tag(String name, String fact) {
        return Map.of(
                "subject",
                "ENTERPRISE",
                "kind",
                "BASIC",
                "content",
                Map.of(
                        "name",
                        name,
                        "category",
                        "测试",
                        "criteria",
                        Map.of("type", "comparison", "fact", fact, "op", ">=", "value", 20)));
    }

    private List<String> tags() {
        return answer(administratorOf(enterprise), HttpMethod.GET, "/my/tags", null, 200)
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .toList();
    }

    private JsonNode figure(String name) {
        return answer(administratorOf(enterprise), HttpMethod.GET, "/my/profile", null, 200)
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("facts").valueStream())
                .filter(fact -> fact.path("name").asString().equals(name))
                .findFirst()
                .orElse(Json.MAPPER.nullNode());
    }

    private void report(Map<String, Object> facts) {
        answer(administratorOf(enterprise), HttpMethod.PUT, "/my/profile/facts", Map.of("facts", facts), 200);
    }

    private JsonNode answer(CurrentUser who, HttpMethod method, String uri, @Nullable Object body, int status) {
        var request = client.as(who).method(method).uri("/api/match" + uri);
        JsonNode answer = (body == null ? request : request.body(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNullElseGet(answer, Json.MAPPER::nullNode);
    }
}
