package cn.zhengqi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.profile.ProfileScan;
import cn.zhengqi.matching.reference.ReferenceRules;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchingServiceTest extends MatchingTest {

    @Autowired
    private Strangers strangers;

    @Autowired
    private ProfileScan scan;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UUID enterprise = Ids.next();
    private final CurrentUser owner = administratorOf(enterprise);

    @BeforeEach
    void the_library_is_published_and_the_enterprise_is_known() {
        theLibraryAnd(enterprise);
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
    void what_somebody_filled_in_is_theirs_to_take_out_and_what_the_register_says_is_not_of_them() {
        put(Map.of("employees", 45)).expectStatus().isOk();

        JsonNode facts = get("/api/match/my/data").path("facts");

        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.path("value").asInt()).isEqualTo(45);
            assertThat(fact.path("fact").asString())
                    .isEqualTo(FactDictionary.standard().get("employees").label());
        });
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
    void who_was_not_matched_yet_has_no_result_and_no_report_and_that_is_no_error() {
        for (String path : List.of("/api/match/my/match/latest", "/api/match/my/report")) {
            client.as(owner).get().uri(path).exchange().expectStatus().isNoContent();
        }
    }

    @Test
    void profit_is_filled_in_for_three_years_and_one_told_as_a_number_is_the_newest() {
        JsonNode profile = put(Map.of("netProfit", List.of(150, -20, 90), "totalProfit", List.of(180, -20, 100)))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(fact(profile, "netProfit").path("value").toString()).isEqualTo("[150,-20,90]");
        assertThat(fact(profile, "totalProfit").path("value").toString()).isEqualTo("[180,-20,100]");

        profile = put(Map.of("netProfit", 160))
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(fact(profile, "netProfit").path("value").toString()).isEqualTo("[160]");
    }

    @Test
    void after_new_year_the_newest_figure_is_that_of_the_year_before_last_for_one_and_in_a_scan() {
        put(Map.of("revenue", List.of(9860, 8200, 7100), "employees", 45))
                .expectStatus()
                .isOk();

        LocalDate newYear = LocalDate.of(BusinessTime.today(clock).getYear() + 1, 1, 1);
        clock.forward(Duration.between(clock.instant(), BusinessTime.startOf(newYear)));

        JsonNode profile = get("/api/match/my/profile");
        assertThat(fact(profile, "revenue").path("value").toString()).isEqualTo("[null,9860,8200]");
        assertThat(fact(profile, "revenueY1").path("value").isMissingNode()
                        || fact(profile, "revenueY1").path("value").isNull())
                .isTrue();
        assertThat(fact(profile, "employees").path("value").asInt()).isEqualTo(45);
        Map<String, Object> scanned = new HashMap<>();
        scan.each(
                new ProfileScan.Which(DataScope.all(), null, null).only(List.of(enterprise)),
                List.of("revenue", "employees"),
                newYear,
                one -> scanned.putAll(one.facts()));
        assertThat(scanned)
                .containsEntry("revenue", Arrays.asList(null, 9860, 8200))
                .containsEntry("employees", 45);

        put(Map.of("revenue", List.of(11200, 9860, 8200))).expectStatus().isOk();
        assertThat(fact(get("/api/match/my/profile"), "revenueY1").path("value").asInt())
                .isEqualTo(11200);
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
    void figures_that_do_not_fit_each_other_are_refused_at_the_year_and_what_was_so_before_stops_nobody() {
        put(Map.of("revenue", List.of(100, 100), "netProfit", List.of(1, 5_000)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("netProfit[1]")
                .jsonPath("$.errors[0].code")
                .isEqualTo("FACT_INCONSISTENT");

        jdbc.sql("""
                        insert into fact (enterprise_id, name, source, value, as_of)
                        values (?, 'employees', 'SELF', '10', current_date), (?, 'insured', 'SELF', '390', current_date)""").params(enterprise, enterprise).update();
        put(Map.of("totalAssets", 500)).expectStatus().isOk();
        put(Map.of("employees", 20))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("insured");
    }

    @Test
    void codes_come_with_what_they_are_called() {
        JsonNode profile = get("/api/match/my/profile");

        assertThat(fact(profile, "industryCode").path("valueName").asString()).isEqualTo("应用软件开发（I6513）");
        assertThat(fact(profile, "regionCode").path("valueName").asString()).isEqualTo("重庆市巴南区");
        assertThat(fact(profile, "entityType").has("valueName")).isFalse();
    }

    @Test
    void a_match_names_what_it_leaves_out_and_the_figures_of_the_report_add_up() {
        List<String> yardsticks = ReferenceRules.policies().stream()
                .filter(PolicyRule.class::isInstance)
                .map(PolicyRule.class::cast)
                .filter(PolicyRule::reference)
                .map(PolicyRule::id)
                .sorted()
                .toList();
        put(Map.of("employees", 200, "rdStaff", 19, "quals", List.of("高新技术企业")))
                .expectStatus()
                .isOk();
        JsonNode result = match();

        assertThat(yardsticks).isNotEmpty();
        assertThat(result.path("unmatched").valueStream())
                .map(policy -> policy.path("code").asString())
                .isEqualTo(yardsticks);
        assertThat(codes(result)).doesNotContainAnyElementsOf(yardsticks);

        JsonNode report = get("/api/match/my/report");
        JsonNode summary = report.path("summary");
        assertThat(report.path("unmatched")).isEqualTo(result.path("unmatched"));
        assertThat(summary.path("matched").asInt())
                .isEqualTo(result.path("policies").size())
                .isEqualTo(Stream.of(
                                "eligible",
                                "nearly",
                                "upcoming",
                                "unknown",
                                "ineligible",
                                "held",
                                "unclear",
                                "allPeriodOver")
                        .mapToInt(figure -> summary.path(figure).asInt())
                        .sum());
    }

    @Test
    void what_two_colleagues_fill_in_at_once_is_checked_together() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<HttpStatusCode>> answers = Stream.of(Map.of("employees", 10), Map.of("rdStaff", 11))
                    .map(facts -> people.submit(() -> {
                        go.await();
                        return put(facts).returnResult(String.class).getStatus();
                    }))
                    .toList();
            go.countDown();

            assertThat(List.of(
                            answers.get(0).get().value(), answers.get(1).get().value()))
                    .containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void nobody_overwrites_what_a_colleague_filled_in_meanwhile() {
        long seen = get("/api/match/my/profile").path("version").asLong();
        put(seen, Map.of("employees", 45)).expectStatus().isOk();
        put(seen, Map.of("employees", 46))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");

        JsonNode profile = get("/api/match/my/profile");
        assertThat(fact(profile, "employees").path("value").asInt()).isEqualTo(45);
        put(profile.path("version").asLong(), Map.of("employees", 46))
                .expectStatus()
                .isOk();
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
        assertThat(policy(result, "N04").path("notice").asString())
                .isEqualTo("已于2026年3月31日到期，由《优质中小企业梯度培育管理办法（2026年修订）》替代。");
        assertThat(result.path("loans")
                        .valueStream()
                        .map(loan -> loan.path("code").asString()))
                .containsAll(ReferenceRules.products().stream()
                        .map(EligibilityRule::id)
                        .toList());
    }

    @Test
    void the_report_names_the_loans_worth_considering_and_no_others() {
        JsonNode result = match();
        List<String> worth = result.path("loans")
                .valueStream()
                .filter(loan -> List.of("ELIGIBLE", "UNKNOWN")
                        .contains(loan.path("outcome").asString()))
                .filter(loan -> loan.path("degree").asInt() >= 50)
                .map(loan -> loan.path("code").asString())
                .toList();
        assertThat(worth).isNotEmpty().hasSizeLessThan(result.path("loans").size());

        assertThat(get("/api/match/my/report").path("loans").valueStream())
                .map(loan -> loan.path("code").asString())
                .containsExactlyElementsOf(worth);
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
    void what_has_ended_for_certain_is_past_its_period_too_and_not_told_as_what_the_enterprise_does_not_meet() {
        JsonNode ended = match().path("policies")
                .valueStream()
                .filter(policy -> policy.path("code").asString().equals("N03"))
                .findFirst()
                .orElseThrow();
        assertThat(ended.path("outcome").asString()).isEqualTo("INELIGIBLE");
        assertThat(ended.path("periodOver").asBoolean()).isTrue();
        assertThat(ended.path("notice").asString()).startsWith("已于2026年3月31日到期");
    }

    @Test
    void what_is_past_its_period_says_so_comes_last_and_is_no_benefit_of_today() {
        put(Map.of("unemploymentInsuranceMonths", 24, "layoffRate", 0, "insured", 20))
                .expectStatus()
                .isOk();
        JsonNode result = match();
        JsonNode over = result.path("policies")
                .valueStream()
                .filter(policy -> policy.path("code").asString().equals("N33"))
                .findFirst()
                .orElseThrow();
        assertThat(over.path("outcome").asString()).isEqualTo("ELIGIBLE");
        assertThat(over.path("periodOver").asBoolean()).isTrue();
        assertThat(over.path("notice").asString()).startsWith("已过有效期，是否延续待核实");

        JsonNode report = get("/api/match/my/report");
        List<Boolean> periodOver = report.path("eligible")
                .valueStream()
                .map(policy -> policy.path("periodOver").asBoolean())
                .toList();
        assertThat(periodOver).contains(true).isSorted();
        assertThat(report.path("summary").path("eligible").asLong())
                .isEqualTo(periodOver.stream().filter(is -> !is).count());
        assertThat(report.path("summary").path("periodOver").asLong())
                .isEqualTo(periodOver.stream().filter(is -> is).count());
    }

    @Test
    void a_withdrawn_policy_is_matched_no_more() {
        UUID id = Ids.next();
        tell(Published.policy(id, "X99", true), 1);
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
    void the_result_of_another_enterprise_is_not_found_and_without_an_enterprise_there_is_nothing() {
        String id = match().path("id").asString();
        CurrentUser stranger = administratorOf(Ids.next());

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

    @Test
    void a_result_that_does_not_know_the_newest_facts_is_known_to_be_old() {
        put(Map.of("employees", 172, "rdStaff", 15));
        match();
        assertThat(get("/api/match/my/match/changes").toString())
                .isEqualTo("{\"profile\":false,\"library\":false,\"day\":false}");

        put(Map.of("rdStaff", 20));
        assertThat(get("/api/match/my/match/changes").path("profile").asBoolean())
                .isTrue();

        match();
        assertThat(get("/api/match/my/match/changes").path("profile").asBoolean())
                .isFalse();
    }

    @Test
    void who_switches_recommendations_off_sees_the_general_order_with_nothing_proposed_until_they_are_on_again() {
        put(Map.of("employees", 45, "insured", 45, "revenue", List.of(1800, 1500, 1200)));
        JsonNode bestFirst = match();
        assertThat(bestFirst.path("order").asString()).isEqualTo("BY_PROFILE");

        recommend(false);
        for (JsonNode result : List.of(
                get("/api/match/my/match/latest"),
                get("/api/match/results/" + bestFirst.path("id").asString()),
                match())) {
            assertThat(result.path("order").asString()).isEqualTo("GENERAL");
            assertThat(codes(result)).isSorted().containsExactlyInAnyOrderElementsOf(codes(bestFirst));
            assertThat(result.path("policies").valueStream()).noneMatch(policy -> policy.has("choice"));
        }

        recommend(true);
        JsonNode again = get("/api/match/results/" + bestFirst.path("id").asString());
        assertThat(codes(again)).isEqualTo(codes(bestFirst));
        assertThat(again.path("order").asString()).isEqualTo("BY_PROFILE");
    }

    @Test
    void the_switch_is_each_enterprises_own_on_until_it_says_otherwise_and_on_record() {
        assertThat(get("/api/match/my/recommendations").path("personalised").asBoolean())
                .isTrue();
        assertThat(get("/api/match/my/recommendations").has("changedAt")).isFalse();

        recommend(false);
        recommend(false);

        assertThat(get("/api/match/my/recommendations").has("changedAt")).isTrue();
        CurrentUser other = administratorOf(Ids.next());
        assertThat(get(other, "/api/match/my/recommendations")
                        .path("personalised")
                        .asBoolean())
                .isTrue();
        assertThat(jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'RECOMMENDATIONS_SWITCHED' and data ->> 'subjectId' = ?""").param(enterprise.toString()).query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void a_plain_member_reads_what_the_administrator_decides() {
        CurrentUser member = TestUsers.ofEnterprise(enterprise, "enterprise.own");
        Map<String, Object> authorization = Map.of("agreed", true, "purpose", "政策匹配");

        answers(
                403,
                client.as(member).put().uri("/api/match/my/recommendations").body(Map.of("personalised", false)));
        answers(403, client.as(member).put().uri("/api/match/my/push").body(Map.of("wanted", false)));
        answers(
                403,
                client.as(member).post().uri("/api/match/my/tax-authorization").body(authorization));
        answers(403, client.as(member).delete().uri("/api/match/my/tax-authorization"));
        answers(403, client.as(member).post().uri("/api/match/my/reports"));

        answers(200, client.as(member).post().uri("/api/match/my/match"));
        answers(200, client.as(member).get().uri("/api/match/my/report"));
        answers(200, client.as(member).get().uri("/api/match/my/push"));
        assertThat(get(member, "/api/match/my/recommendations")
                        .path("personalised")
                        .asBoolean())
                .isTrue();
    }

    private static void answers(int status, RestTestClient.RequestHeadersSpec<?> request) {
        request.exchange().expectStatus().isEqualTo(status);
    }

    private void recommend(boolean personalised) {
        client.as(owner)
                .put()
                .uri("/api/match/my/recommendations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("personalised", personalised))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static List<String> codes(JsonNode result) {
        return result.path("policies")
                .valueStream()
                .map(policy -> policy.path("code").asString())
                .toList();
    }

    private RestTestClient.ResponseSpec put(Map<String, ? extends @Nullable Object> facts) {
        return report(Map.of("facts", facts));
    }

    private RestTestClient.ResponseSpec put(long version, Map<String, ? extends @Nullable Object> facts) {
        return report(Map.of("version", version, "facts", facts));
    }

    private RestTestClient.ResponseSpec report(Map<String, Object> report) {
        return client.as(owner)
                .put()
                .uri("/api/match/my/profile/facts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(report)
                .exchange();
    }

    @Test
    void a_match_can_be_computed_for_a_day_by_the_rules_in_force_on_it_and_is_not_kept() {
        JsonNode before = get("/api/match/my/match/on?day=2026-03-31");
        JsonNode after = get("/api/match/my/match/on?day=2026-04-01");

        assertThat(before.path("asOf").asString()).isEqualTo("2026-03-31");
        assertThat(policy(before, "N03").path("outcome").asString()).isNotEqualTo("INELIGIBLE");
        assertThat(policy(before, "N06").path("notice").asString()).contains("自2026年4月1日起施行，尚未开始");
        assertThat(policy(before, "N06").path("beginsOn").asString()).isEqualTo("2026-04-01");
        assertThat(policy(after, "N03").path("outcome").asString()).isEqualTo("INELIGIBLE");
        assertThat(policy(after, "N03").path("notice").asString()).startsWith("已于2026年3月31日到期");
        assertThat(policy(before, "N03").path("periodOver").asBoolean()).isFalse();
        assertThat(policy(after, "N03").path("periodOver").asBoolean()).isTrue();
        assertThat(policy(after, "N06").has("notice")).isFalse();
        assertThat(policy(after, "N06").has("beginsOn")).isFalse();
        client.as(owner)
                .get()
                .uri("/api/match/my/match/latest")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    /** "Any match can be recomputed for a date": by the edition and the figures of that day, whatever was published and said since. */
    @Test
    void a_day_that_is_over_has_the_edition_and_the_figures_of_that_day() {
        LocalDate today = BusinessTime.today(clock);
        LocalDate changed = today.minusMonths(6);
        UUID policy = Ids.next();
        String code = "T" + policy.toString().substring(30);
        tell(Published.edition(policy, code, 1, today.minusYears(3), 10), 1);
        tell(Published.edition(policy, code, 2, changed, 100), 2);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from library_edition where subject_id = ?")
                        .param(policy)
                        .query(Long.class)
                        .single())
                .isEqualTo(2));
        put(Map.of("employees", 50)).expectStatus().isOk();
        jdbc.sql(
                        "update fact set recorded_at = now() - interval '2 years' where enterprise_id = ? and name = 'employees'")
                .param(enterprise)
                .update();
        put(Map.of("employees", 200)).expectStatus().isOk();

        JsonNode before = policy(get("/api/match/my/match/on?day=" + changed.minusDays(1)), code);
        assertThat(before.path("edition").asString()).isEqualTo("第 1 版");
        assertThat(before.path("outcome").asString()).as("50 of 10").isEqualTo("ELIGIBLE");
        assertThat(before.path("conditions").get(0).path("clause").toString()).contains("从业人员不少于 10 人");
        assertThat(before.path("conditions").toString()).contains("50");
        JsonNode first = get("/api/match/my/match/on?day=" + changed);
        assertThat(policy(first, code).path("edition").asString()).isEqualTo("第 2 版");
        assertThat(policy(first, code).path("outcome").asString())
                .as("50 of 100")
                .isNotEqualTo("ELIGIBLE");
        assertThat(first.path("factsOf").asString()).isEqualTo(changed.toString());
        assertThat(first.path("laterFacts").toString()).doesNotContain("employees");
        JsonNode now = get("/api/match/my/match/on?day=" + today);
        assertThat(policy(now, code).path("outcome").asString())
                .as("200 of 100")
                .isEqualTo("ELIGIBLE");
        assertThat(now.path("laterFacts")).isEmpty();

        JsonNode early = get("/api/match/my/match/on?day=" + today.minusYears(4));
        assertThat(policy(early, code).path("notice").asString()).contains("尚未开始");
        assertThat(early.path("laterFacts").toString())
                .as("nothing was known by then")
                .contains("employees");
        Map<String, @Nullable Object> takenBack = new HashMap<>();
        takenBack.put("employees", null);
        put(takenBack).expectStatus().isOk();
        assertThat(jdbc.sql("select count(*) from fact_past where enterprise_id = ? and name = 'employees'")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .as("what is taken back is gone with its past")
                .isZero();
        tell(new PolicyWithdrawn(policy, code, 2, Instant.now()), 3);
        await().untilAsserted(() -> assertThat(jdbc.sql("select listed from library_entry where subject_id = ?")
                        .param(policy)
                        .query(Boolean.class)
                        .single())
                .isFalse());
    }

    @Test
    void a_day_too_far_away_and_what_is_no_day_is_told() {
        for (String day : List.of("1999-12-31", "2099-01-01", "yesterday", "")) {
            client.as(owner)
                    .get()
                    .uri("/api/match/my/match/on?day=" + day)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED");
        }
    }

    @Test
    void a_day_before_the_enterprise_was_there_is_told() {
        LocalDate founded = BusinessTime.today(clock).minusYears(2);
        jdbc.sql("update fact set value = to_jsonb(?::text) where enterprise_id = ? and name = 'established'")
                .params(founded.toString(), enterprise)
                .update();

        client.as(owner)
                .get()
                .uri("/api/match/my/match/on?day=" + founded.minusDays(1))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("BEFORE_FOUNDING");
        client.as(owner)
                .get()
                .uri("/api/match/my/match/on?day=" + founded)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void with_recommendations_switched_off_another_day_has_the_general_order_too() {
        recommend(false);

        JsonNode match = get("/api/match/my/match/on?day=2026-04-01");

        assertThat(match.path("order").asString()).isEqualTo("GENERAL");
        assertThat(codes(match)).isSorted();
    }

    @Test
    void no_stranger_comes_by_any_route_with_an_id() {
        String result = match().path("id").asString();
        String report = client.as(owner)
                .post()
                .uri("/api/match/my/reports")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asString();
        strangers
                .toward()
                .owned("GET /api/match/results/{id}", owner, result)
                .owned("GET /api/match/reports/{id}", owner, report)
                .owned("GET /api/match/reports/{id}/pdf", owner, report)
                .owned("GET /api/match/reports/{id}/calendar", owner, report)
                .open(
                        "GET /api/match/enterprises/{id}/tags",
                        "a department reaches the whole district by its role; who reaches less is told 404 (TagsTest)")
                .allOpen(
                        "a tag is of the whole district; of those who have it a reader finds whom they reach",
                        "GET /api/match/tags/{id}",
                        "PUT /api/match/tags/{id}",
                        "DELETE /api/match/tags/{id}",
                        "POST /api/match/tags/{id}/retire",
                        "POST /api/match/tags/{id}/restore",
                        "GET /api/match/tags/{id}/holders",
                        "GET /api/match/tags/{id}/holders/export",
                        "POST /api/match/tags/{id}/holders",
                        "POST /api/match/tags/{id}/holders/removals")
                .allOpen(
                        "a definition of the whole district: no enterprise's figure",
                        "GET /api/match/facts/{name}",
                        "GET /api/match/facts/{name}/editions",
                        "PUT /api/match/facts/{name}",
                        "POST /api/match/facts/{name}/retire",
                        "POST /api/match/facts/{name}/restore")
                .areTurnedAway();
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
}
