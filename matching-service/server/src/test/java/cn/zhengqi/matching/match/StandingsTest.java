package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.api.PolicyPublished;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How an enterprise stands with one policy, as it is kept with its declaration. */
class StandingsTest extends MatchingTest {

    private final UUID enterprise = Ids.next();
    private final String uscc =
            "91500113" + enterprise.toString().substring(26, 36).toUpperCase(Locale.ROOT);
    private final UUID policy = Ids.next();

    @BeforeEach
    void a_policy_asks_for_staff_for_taxes_and_for_one_of_both() {
        PolicyRule like = Published.rule("T" + policy, List.of());
        PolicyPublished published = Published.policy(policy, like.id(), false);
        tell(
                new PolicyPublished(
                        policy,
                        like.id(),
                        1,
                        published.title(),
                        published.docNumber(),
                        published.issuer(),
                        published.level(),
                        published.category(),
                        null,
                        null,
                        null,
                        "测试",
                        "high",
                        null,
                        new PolicyRule(
                                like.id(),
                                like.edition(),
                                like.title(),
                                like.docNumber(),
                                like.level(),
                                like.category(),
                                like.validity(),
                                false,
                                null,
                                "测试",
                                true,
                                "high",
                                null,
                                AllOf.of(
                                        Comparison.of("employees", Operator.AT_LEAST, 10),
                                        Comparison.of("taxPaid12m", Operator.AT_LEAST, 10_000),
                                        new AnyOf(
                                                "规模",
                                                null,
                                                true,
                                                List.of(
                                                        Comparison.of("taxPaid12m", Operator.AT_LEAST, 9_000),
                                                        Comparison.of("employees", Operator.AT_LEAST, 50)))),
                                List.of()),
                        null,
                        null,
                        clock.instant()),
                1);
        tell(Published.registered(enterprise, uscc, false), 1);
        await().until(() -> there("library_entry", "subject_id", policy) && there("enterprise", "id", enterprise));
    }

    private boolean there(String table, String column, UUID id) {
        return jdbc.sql("select exists (select 1 from " + table + " where " + column + " = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private void knows(String fact, String source, String value) {
        jdbc.sql("""
                        insert into fact (enterprise_id, name, source, value, as_of, recorded_by) values (?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (enterprise_id, name, source) do update set value = excluded.value""")
                .params(enterprise, fact, source, value, BusinessTime.today(clock), Ids.next())
                .update();
    }

    @Test
    void of_what_tax_data_decides_it_says_how_it_stands_and_no_figure() {
        knows("employees", "SELF", "7");
        knows("taxPaid12m", "TAX", "8127.36");
        authorizesTaxData();

        InternalStandings.Standing standing = standing();

        assertThat(standing.outcome()).isIn(MatchOutcome.NEARLY, MatchOutcome.INELIGIBLE);
        assertThat(standing.conditions())
                .extracting(ConditionResult::outcome)
                .containsOnly(ConditionResult.Outcome.NOT_MET);
        assertThat(standing.toString()).doesNotContain("8127", "8,127", "1872", "1,872", "872.64");
        ConditionResult staff = standing.conditions().get(0);
        assertThat(staff.actual()).contains("7");
        assertThat(staff.gapText()).contains("3");
        ConditionResult taxes = standing.conditions().get(1);
        assertThat(taxes.required()).contains("10,000");
        assertThat(taxes.gapText()).isNull();
        assertThat(standing.conditions().get(2).children())
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.actual()).isNull());
    }

    @Test
    void what_the_enterprise_said_itself_is_told_with_its_figures() {
        knows("employees", "SELF", "7");
        knows("taxPaid12m", "SELF", "8127.36");

        assertThat(standing().conditions().get(1).actual()).contains("8,127.36");
    }

    @Test
    void who_found_it_without_its_asking_is_told_no_figure_that_is_for_the_enterprise_alone() {
        knows("employees", "SELF", "17");
        knows("taxPaid12m", "SELF", "18127.36");

        InternalStandings.Standing evidence = standing("/evidence");

        assertThat(evidence.outcome()).isEqualTo(standing().outcome());
        assertThat(evidence.toString()).doesNotContain("18,127", "18127");
        assertThat(evidence.conditions().get(0).actual()).contains("17");
        assertThat(evidence.conditions().get(1).outcome()).isEqualTo(ConditionResult.Outcome.MET);
    }

    @Test
    void tax_data_is_in_no_declaration_and_neither_is_what_is_known_by_it() {
        knows("employees", "SELF", "7");
        knows("totalAssets", "SELF", "900");
        knows("restrictedIndustry", "SELF", "false");
        knows("entityType", "REGISTER", "\"企业\"");
        knows("taxPaid12m", "TAX", "8127.36");
        knows("taxableIncome", "TAX", "120");
        authorizesTaxData();

        assertThat(known("policy-service"))
                .contains("employees", "totalAssets")
                .doesNotContain("taxPaid12m", "taxableIncome", "smallLowProfit");
        assertThat(known("finance-service"))
                .as("to the report that the enterprise shows a bank")
                .contains("taxPaid12m", "smallLowProfit");
        knows("taxPaid12m", "SELF", "8000");
        jdbc.sql("delete from fact where enterprise_id = ? and source = 'TAX'")
                .param(enterprise)
                .update();
        assertThat(known("policy-service")).as("what it says itself").contains("taxPaid12m");
    }

    @Test
    void with_a_policy_that_begins_later_it_stands_by_the_conditions_and_the_day_is_told_beside() {
        UUID later = Ids.next();
        LocalDate first = BusinessTime.today(clock).plusDays(40);
        tell(Published.edition(later, "L" + later, 1, first, 10), 1);
        await().until(() -> there("library_entry", "subject_id", later));
        knows("employees", "SELF", "17");

        InternalStandings.Standing meets = evidenceOf(enterprise, later);
        assertThat(meets.beginsOn()).isEqualTo(first);
        assertThat(meets.outcome()).as("nothing is missing but the day").isEqualTo(MatchOutcome.ELIGIBLE);
        knows("employees", "SELF", "7");
        InternalStandings.Standing lacks = evidenceOf(enterprise, later);
        assertThat(lacks.beginsOn()).isEqualTo(first);
        assertThat(lacks.outcome()).isEqualTo(MatchOutcome.NEARLY);
        assertThat(standing().beginsOn()).as("it has begun").isNull();
    }

    private List<String> known(String caller) {
        return Objects.requireNonNull(client.asService(caller)
                        .get()
                        .uri("/internal/enterprises/{id}/facts", enterprise)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(InternalStandings.Facts.class)
                        .returnResult()
                        .getResponseBody())
                .facts()
                .stream()
                .map(InternalStandings.Fact::name)
                .toList();
    }

    private void authorizesTaxData() {
        jdbc.sql("""
                        insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, consented_at, valid_until)
                        values (?, '政策匹配', ?, now(), now(), ?)""")
                .params(enterprise, Ids.next(), BusinessTime.today(clock).plusDays(30))
                .update();
    }

    @Test
    void with_a_policy_that_grants_nothing_nobody_stands_in_any_way() {
        InternalStandings.Standing standing = Objects.requireNonNull(client.asService("policy-service")
                .get()
                .uri("/internal/enterprises/{id}/standings/{policy}", enterprise, Ids.next())
                .exchange()
                .expectBody(InternalStandings.Standing.class)
                .returnResult()
                .getResponseBody());

        assertThat(standing.outcome()).isNull();
    }

    @Test
    void by_the_conditions_of_a_project_it_stands_as_by_those_of_a_policy() {
        knows("employees", "SELF", "7");
        knows("taxPaid12m", "TAX", "8127.36");
        authorizesTaxData();

        InternalStandings.Standing standing = against(AllOf.of(
                Comparison.of("employees", Operator.AT_LEAST, 10),
                Comparison.of("taxPaid12m", Operator.AT_LEAST, 10_000),
                Comparison.of("rdStaff", Operator.AT_LEAST, 1)));

        assertThat(standing.outcome()).isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(standing.conditions())
                .extracting(ConditionResult::outcome)
                .containsExactly(
                        ConditionResult.Outcome.NOT_MET,
                        ConditionResult.Outcome.NOT_MET,
                        ConditionResult.Outcome.UNKNOWN);
        assertThat(standing.conditions().get(0).gapText()).contains("3");
        assertThat(standing.conditions().get(2).missingFacts())
                .extracting(ConditionResult.FactRef::name)
                .containsExactly("rdStaff");
        assertThat(standing.toString()).as("tax data").doesNotContain("8,127", "1,872");
    }

    @Test
    void who_found_it_by_the_conditions_of_a_project_is_told_no_figure_that_is_for_the_enterprise_alone() {
        knows("employees", "SELF", "17");
        knows("taxPaid12m", "SELF", "18127.36");
        Criterion criteria = AllOf.of(
                Comparison.of("employees", Operator.AT_LEAST, 10),
                Comparison.of("taxPaid12m", Operator.AT_LEAST, 10_000));

        InternalStandings.Standing evidence = against("/evidence", criteria);

        assertThat(evidence.outcome()).isEqualTo(MatchOutcome.ELIGIBLE);
        assertThat(evidence.toString()).doesNotContain("18,127", "18127");
        assertThat(evidence.conditions().get(0).actual()).contains("17");
        assertThat(against(criteria).toString()).as("itself").contains("18,127");
    }

    @Test
    void of_many_each_is_told_of_as_if_it_were_asked_after_alone() {
        knows("employees", "SELF", "17");
        knows("taxPaid12m", "SELF", "18127.36");
        UUID other = Ids.next();
        tell(
                Published.registered(
                        other, "91500113" + other.toString().substring(26, 36).toUpperCase(Locale.ROOT), false),
                1);
        await().until(() -> there("enterprise", "id", other));
        Criterion criteria = AllOf.of(
                Comparison.of("employees", Operator.AT_LEAST, 10),
                Comparison.of("taxPaid12m", Operator.AT_LEAST, 10_000));

        List<InternalStandings.EvidenceOfOne> told =
                List.of(Objects.requireNonNull(ofMany("policy-service", Set.of(enterprise, other), criteria)
                        .expectStatus()
                        .isOk()
                        .expectBody(InternalStandings.EvidenceOfOne[].class)
                        .returnResult()
                        .getResponseBody()));

        assertThat(told)
                .extracting(InternalStandings.EvidenceOfOne::enterpriseId)
                .containsExactlyInAnyOrder(enterprise, other);
        assertThat(told).allSatisfy(it -> {
            boolean known = it.enterpriseId().equals(enterprise);
            assertThat(it.policy()).isEqualTo(known ? standing("/evidence") : evidenceOf(other));
            assertThat(Objects.requireNonNull(it.audience()).outcome())
                    .isEqualTo(known ? MatchOutcome.ELIGIBLE : MatchOutcome.UNKNOWN);
            assertThat(it.toString()).as("what is for the enterprise alone").doesNotContain("18,127", "18127");
        });
        assertThat(Objects.requireNonNull(ofMany("policy-service", Set.of(enterprise), null)
                                .expectBody(InternalStandings.EvidenceOfOne[].class)
                                .returnResult()
                                .getResponseBody())[0]
                        .audience())
                .as("a project without conditions of its own")
                .isNull();
    }

    @Test
    void nobody_but_who_pays_asks_after_many_and_no_more_than_can_be_answered_in_time() {
        ofMany("finance-service", Set.of(enterprise), null).expectStatus().isForbidden();
        Set<UUID> tooMany = Stream.generate(Ids::next)
                .limit(InternalStandings.MOST_ENTERPRISES + 1)
                .collect(Collectors.toSet());
        ofMany("policy-service", tooMany, null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("SIZE");
    }

    private RestTestClient.ResponseSpec ofMany(String caller, Set<UUID> enterprises, @Nullable Criterion criteria) {
        Map<String, Object> question = new HashMap<>(Map.of("enterprises", enterprises, "policyId", policy));
        if (criteria != null) {
            question.put("criteria", Json.MAPPER.valueToTree(criteria));
        }
        return client.asService(caller)
                .post()
                .uri("/internal/enterprises/evidence")
                .body(question)
                .exchange();
    }

    private InternalStandings.Standing evidenceOf(UUID other) {
        return evidenceOf(other, policy);
    }

    private InternalStandings.Standing evidenceOf(UUID other, UUID policy) {
        return Objects.requireNonNull(client.asService("policy-service")
                .get()
                .uri("/internal/enterprises/{id}/standings/{policy}/evidence", other, policy)
                .exchange()
                .expectBody(InternalStandings.Standing.class)
                .returnResult()
                .getResponseBody());
    }

    private InternalStandings.Standing against(Criterion criteria) {
        return against("", criteria);
    }

    private InternalStandings.Standing against(String way, Criterion criteria) {
        return Objects.requireNonNull(client.asService("policy-service")
                .post()
                .uri("/internal/enterprises/{id}/standings" + way, enterprise)
                .body(Map.of("criteria", Json.MAPPER.valueToTree(criteria)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(InternalStandings.Standing.class)
                .returnResult()
                .getResponseBody());
    }

    private InternalStandings.Standing standing() {
        return standing("");
    }

    private InternalStandings.Standing standing(String way) {
        return Objects.requireNonNull(client.asService("policy-service")
                .get()
                .uri("/internal/enterprises/{id}/standings/{policy}" + way, enterprise, policy)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(InternalStandings.Standing.class)
                .returnResult()
                .getResponseBody());
    }
}
