package cn.zhengqi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.reference.ReferenceRules;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest(events = true, properties = "zhengqi.demo.enabled=true")
class MatchingServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private ServiceClient client;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final UUID enterprise = Ids.next();
    private final CurrentUser owner = TestUsers.ofEnterprise(enterprise, "enterprise.own");

    @BeforeEach
    void the_library_is_published_and_the_enterprise_is_known() {
        List<EligibilityRule> rules = ReferenceRules.all();
        long listed =
                jdbc.sql("select count(*) from library_entry").query(Long.class).single();
        if (listed < rules.size()) {
            rules.forEach(rule -> tell(published(rule), 1));
        }
        tell(
                registered(
                        enterprise,
                        "91500113" + enterprise.toString().substring(26, 36).toUpperCase(),
                        false),
                1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from library_entry where listed")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(rules.size()));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from enterprise where id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
    }

    @Test
    void register_facts_are_there_and_what_is_filled_in_carries_its_source_and_day() {
        JsonNode profile = put(Map.of("employees", 45, "insured", 45))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(fact(profile, "industryCode").path("source").asString()).isEqualTo("REGISTER");
        assertThat(fact(profile, "industryCode").path("editable").asBoolean()).isFalse();
        assertThat(fact(profile, "employees").path("value").asInt()).isEqualTo(45);
        assertThat(fact(profile, "employees").path("source").asString()).isEqualTo("SELF");
        assertThat(fact(profile, "employees").path("asOf").asString()).isNotEmpty();
    }

    @Test
    void derived_facts_are_computed_and_say_how() {
        JsonNode profile = put(Map.of("employees", 40, "rdStaff", 10))
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        JsonNode ratio = fact(profile, "rdStaffRatio");
        assertThat(ratio.path("value").asDouble()).isEqualTo(25.0);
        assertThat(ratio.path("source").asString()).isEqualTo("DERIVED");
        assertThat(ratio.path("formula").asString()).isNotEmpty();
    }

    @Test
    void a_fact_taken_back_is_not_known_any_more() {
        put(Map.of("employees", 45)).expectStatus().isOk();
        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put("employees", null);
        JsonNode profile = put(nothing)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(fact(profile, "employees").has("value")).isFalse();
    }

    @Test
    void figures_that_cannot_be_are_refused_all_together_and_nothing_is_stored() {
        put(Map.of("employees", -3, "layoffRate", 250, "established", "2020-01-01", "noSuchFact", 1))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
        put(Map.of("employees", -3, "insured", 40))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("employees")
                .jsonPath("$.errors[0].code")
                .isEqualTo("FACT_OUT_OF_RANGE");
        put(Map.of("employees", 10, "rdStaff", 11))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("FACT_INCONSISTENT");

        assertThat(jdbc.sql("select count(*) from fact where enterprise_id = ? and source = 'SELF'")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_match_explains_each_condition_and_its_id_shows_the_same_after_the_facts_changed() {
        put(Map.of("employees", 200, "rdStaff", 17)).expectStatus().isOk();
        JsonNode result = match();
        JsonNode n01 = policy(result, "N01");

        assertThat(n01.path("outcome").asString()).isEqualTo("INELIGIBLE");
        JsonNode staff = condition(n01.path("conditions"), "rdStaffRatio", "研发人员占比", "科技人员");
        assertThat(staff.path("outcome").asString()).isEqualTo("NOT_MET");
        assertThat(staff.path("gapText").asString()).contains("8.5%").contains("3 人");
        assertThat(staff.path("clause").asString()).contains("10%");

        put(Map.of("rdStaff", 40)).expectStatus().isOk();
        JsonNode again = get("/api/match/results/" + result.path("id").asString());
        assertThat(again).isEqualTo(result);
        assertThat(condition(policy(match(), "N01").path("conditions"), "rdStaffRatio", "研发人员占比", "科技人员")
                        .path("outcome")
                        .asString())
                .isEqualTo("MET");
    }

    @Test
    void policies_come_best_first_and_a_replaced_one_says_what_replaced_it() {
        JsonNode result = match();
        List<String> order = List.of("ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE");
        List<Integer> places = result.path("policies")
                .valueStream()
                .map(policy -> order.indexOf(policy.path("outcome").asString()))
                .toList();

        assertThat(places).isSorted();
        assertThat(policy(result, "N04").path("outcome").asString()).isEqualTo("INELIGIBLE");
        assertThat(policy(result, "N04").path("notice").asString()).contains("N06");
        assertThat(result.path("loans").size())
                .isEqualTo(ReferenceRules.products().size());
    }

    @Test
    void the_report_says_what_to_fill_in_first() {
        match();
        JsonNode report = get("/api/match/my/report");

        assertThat(report.path("summary").path("unknown").asInt())
                .isEqualTo(report.path("unknown").size())
                .isPositive();
        assertThat(report.path("unknown").get(0).path("title").asString()).isNotEmpty();
        assertThat(report.path("factsToFill").get(0).path("decides").asInt())
                .isGreaterThanOrEqualTo(
                        report.path("factsToFill").get(1).path("decides").asInt());
    }

    @Test
    void a_withdrawn_policy_is_matched_no_more() {
        UUID id = Ids.next();
        PolicyRule rule = (PolicyRule) ReferenceRules.policies().getFirst();
        PolicyRule own = new PolicyRule(
                "X99",
                "1",
                "测试政策",
                "测发〔2026〕1号",
                rule.level(),
                rule.category(),
                rule.validity(),
                false,
                null,
                "测试",
                true,
                "high",
                null,
                rule.criteria(),
                List.of());
        tell(published(own, id), 1);
        await().untilAsserted(() -> assertThat(match().path("policies")
                        .valueStream()
                        .anyMatch(policy -> policy.path("code").asString().equals("X99")))
                .isTrue());

        tell(new PolicyWithdrawn(id, "X99", 1, Instant.now()), 2);
        await().untilAsserted(() -> assertThat(match().path("policies")
                        .valueStream()
                        .anyMatch(policy -> policy.path("code").asString().equals("X99")))
                .isFalse());
    }

    @Test
    void tax_data_comes_with_the_authorization_counts_before_own_words_and_goes_when_consent_is_withdrawn() {
        JsonNode demo = JSON.readTree(DemoFiles.enterprises().getFirst());
        UUID id = UUID.fromString(demo.path("id").asString());
        CurrentUser boss = TestUsers.ofEnterprise(id, "enterprise.own");
        tell(registered(id, demo.path("uscc").asString(), true), 1);
        await().untilAsserted(() -> assertThat(fact(get(boss, "/api/match/my/profile"), "taxPaid12m")
                        .path("source")
                        .asString())
                .isEqualTo("SELF"));

        JsonNode granted = client.as(boss)
                .post()
                .uri("/api/match/my/tax-authorization")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("agreed", true, "purpose", "政策匹配"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(fact(granted, "taxPaid12m").path("source").asString()).isEqualTo("TAX");
        assertThat(fact(granted, "taxPaid12m").path("editable").asBoolean()).isFalse();
        assertThat(granted.path("taxAuthorization").path("granted").asBoolean()).isTrue();

        tell(new ConsentChanged(id, ConsentCategory.TAX, false, Instant.now()), 2);
        await().untilAsserted(() -> assertThat(get(boss, "/api/match/my/profile")
                        .path("taxAuthorization")
                        .path("granted")
                        .asBoolean())
                .isFalse());
        assertThat(fact(get(boss, "/api/match/my/profile"), "taxPaid12m")
                        .path("source")
                        .asString())
                .isEqualTo("SELF");
    }

    @Test
    void without_agreement_nothing_is_fetched() {
        client.as(owner)
                .post()
                .uri("/api/match/my/tax-authorization")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("agreed", false, "purpose", "政策匹配"))
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(get("/api/match/my/profile")
                        .path("taxAuthorization")
                        .path("granted")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void the_result_of_another_enterprise_is_not_found_and_without_an_enterprise_there_is_nothing() {
        String id = match().path("id").asString();
        CurrentUser stranger = TestUsers.ofEnterprise(Ids.next(), "enterprise.own");

        client.as(stranger)
                .get()
                .uri("/api/match/results/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.as(TestUsers.withoutEnterprise("enterprise.own"))
                .get()
                .uri("/api/match/my/profile")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NO_ENTERPRISE");
    }

    private RestTestClient.ResponseSpec put(Map<String, ? extends @Nullable Object> facts) {
        return client.as(owner)
                .put()
                .uri("/api/match/my/profile/facts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("facts", facts))
                .exchange();
    }

    private JsonNode match() {
        return client.as(owner)
                .post()
                .uri("/api/match/my/match")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode get(String uri) {
        return get(owner, uri);
    }

    private JsonNode get(CurrentUser user, String uri) {
        byte[] body = client.as(user)
                .get()
                .uri(uri)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    }

    private static JsonNode fact(JsonNode profile, String name) {
        return profile.path("groups")
                .valueStream()
                .flatMap(group -> group.path("facts").valueStream())
                .filter(fact -> fact.path("name").asString().equals(name))
                .findFirst()
                .orElse(JSON.nullNode());
    }

    private static JsonNode policy(JsonNode result, String code) {
        return result.path("policies")
                .valueStream()
                .filter(policy -> policy.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode condition(JsonNode conditions, String... words) {
        return conditions
                .valueStream()
                .filter(condition -> List.of(words).stream()
                        .anyMatch(word -> condition.toString().contains(word)))
                .findFirst()
                .orElseThrow();
    }

    private void tell(DomainEvent event, long version) {
        transaction.executeWithoutResult(status -> outbox.publish(event, version));
    }

    private static DomainEvent published(EligibilityRule rule) {
        return published(rule, Ids.next());
    }

    private static DomainEvent published(EligibilityRule rule, UUID id) {
        return switch (rule) {
            case PolicyRule policy ->
                new PolicyPublished(
                        id,
                        policy.id(),
                        1,
                        policy.title(),
                        policy.docNumber(),
                        "测试机关",
                        PolicyLevel.values()[0],
                        PolicyCategory.values()[0],
                        null,
                        null,
                        null,
                        "测试",
                        "high",
                        null,
                        policy,
                        Instant.now());
            case ProductRule product ->
                new LoanProductPublished(
                        id,
                        product.id(),
                        product.title(),
                        Ids.next(),
                        product.bank(),
                        product.productType(),
                        "信用",
                        null,
                        null,
                        "以银行核定为准",
                        product,
                        Instant.now());
        };
    }

    private static EnterpriseRegistered registered(UUID id, String uscc, boolean demo) {
        return new EnterpriseRegistered(
                id,
                uscc,
                "重庆渝巴软件有限公司",
                "企业",
                "张三",
                new BigDecimal("500"),
                LocalDate.of(2020, 5, 10),
                "I6513",
                "应用软件开发",
                "500113004",
                "鱼洞街道",
                "500113",
                EnterpriseStatus.ACTIVE,
                demo,
                Instant.now(),
                Map.of(
                        "entityType",
                        "企业",
                        "established",
                        "2020-05-10",
                        "industryCode",
                        "I6513",
                        "regionCode",
                        "500113"));
    }
}
