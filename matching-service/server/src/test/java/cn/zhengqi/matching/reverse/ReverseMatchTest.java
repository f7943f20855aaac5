package cn.zhengqi.matching.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a policy or product to enterprises: each as its own match says, as far as the caller reaches. */
class ReverseMatchTest extends MatchingTest {

    /** Each test has a town of its own: the enterprises of the others stay. */
    private static final AtomicInteger TOWNS = new AtomicInteger(10);

    /** Of this test alone, among those that other tests of this database publish. */
    private final String code = "R" + Ids.next().toString().substring(28);

    private final String town = "5001139" + TOWNS.incrementAndGet();
    private final UUID bank = Ids.next();
    private final CurrentUser department =
            TestUsers.ofDepartment(Ids.next(), "match.reverse.policy", "match.reverse.product", "user.enterprise.read");
    private final CurrentUser officerOfTown =
            TestUsers.ofTown(Ids.next(), town, "match.reverse.policy", "user.enterprise.read");
    private final CurrentUser banker = TestUsers.ofBank(bank, "match.reverse.product");
    private final UUID fits = Ids.next();
    private final UUID nearly = Ids.next();
    private final UUID open = Ids.next();
    private final UUID never = Ids.next();

    @BeforeEach
    void a_policy_a_product_and_four_enterprises() {
        publish(code, rule(code, List.of(more("employees", 10), more("rdStaff", 5))));
        registered(fits, town);
        registered(nearly, town);
        registered(open, town);
        registered(never, town);
        report(fits, Map.of("employees", 20, "rdStaff", 6));
        report(nearly, Map.of("employees", 20, "rdStaff", 3));
        report(open, Map.of("employees", 20));
        report(never, Map.of("employees", 2, "rdStaff", 1));
    }

    @Test
    void enterprises_come_as_their_own_match_says_best_first_with_the_reason() {
        JsonNode page = list(department, "policies", "townCode=" + town);

        assertThat(ids(page)).containsExactly(fits, nearly, open);
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(texts(page, "outcome")).containsExactly("ELIGIBLE", "NEARLY", "UNKNOWN");
        assertThat(reasons(page, 0)).contains("已满足 2 项，共 2 项");
        assertThat(reasons(page, 1)).contains("研发人员数 3 人，还差 2 人");
        assertThat(reasons(page, 2)).contains("待补充：研发人员数");
        for (int i = 0; i < 3; i++) {
            JsonNode row = page.path("items").get(i);
            JsonNode own = own(UUID.fromString(row.path("enterpriseId").asString()));
            assertThat(row.path("outcome").asString())
                    .isEqualTo(own.path("outcome").asString());
            assertThat(row.path("degree").asInt()).isEqualTo(own.path("degree").asInt());
            assertThat(row.path("completeness").asInt())
                    .isEqualTo(own.path("completeness").asInt());
        }
        JsonNode summary = summary(department, "policies", "townCode=" + town);
        assertThat(summary.path("eligible").asInt()).isEqualTo(1);
        assertThat(summary.path("nearly").asInt()).isEqualTo(1);
        assertThat(summary.path("unknown").asInt()).isEqualTo(1);
        assertThat(summary.path("ineligible").asInt()).isEqualTo(1);
    }

    @Test
    void of_what_begins_later_who_will_qualify_stands_apart_from_whom_one_condition_is_missing() {
        String later = "L" + code.substring(1);
        LocalDate first = LocalDate.now(BusinessTime.ZONE).plusDays(40);
        publish(
                later,
                rule(
                        later,
                        List.of(more("employees", 10), more("rdStaff", 5)),
                        new Validity(first, null, true, null, null)));

        JsonNode page = list(department, "policies", "townCode=" + town, later);
        assertThat(ids(page)).containsExactly(fits, nearly, open);
        assertThat(texts(page, "outcome")).containsExactly("UPCOMING", "NEARLY", "UNKNOWN");
        assertThat(ids(list(department, "policies", "townCode=" + town + "&outcome=UPCOMING", later)))
                .containsExactly(fits);
        assertThat(ids(list(department, "policies", "townCode=" + town + "&outcome=ELIGIBLE", later)))
                .as("asked for before another policy was chosen")
                .containsExactly(fits);
        assertThat(ids(list(department, "policies", "townCode=" + town + "&outcome=NEARLY", later)))
                .containsExactly(nearly);
        JsonNode summary = summary(department, "policies", "townCode=" + town, later);
        assertThat(List.of("eligible", "upcoming", "nearly", "unknown", "ineligible"))
                .extracting(count -> summary.path(count).asInt())
                .containsExactly(0, 1, 1, 1, 1);
        assertThat(summary.path("beginsOn").asString()).isEqualTo(first.toString());
        assertThat(summary.path("notice").asString()).isEqualTo("自 " + BusinessTime.inWords(first) + " 起施行，没有企业现在符合");
        assertThat(ExportedFile.of(
                                client.as(department),
                                "/api/match/reverse/policies/export?code=" + later + "&townCode=" + town)
                        .column("结论"))
                .containsExactlyInAnyOrder("尚未施行", "差一项", "待补充");

        JsonNode reached = reached(officerOfTown, policyOf(later), OLD);
        assertThat(List.of("eligible", "upcoming", "nearly"))
                .extracting(count -> reached.path(count).asInt())
                .containsExactly(0, 1, 1);
        assertThat(outcome(audience(officerOfTown, policyOf(later), OLD), fits)).isEqualTo("UPCOMING");
        JsonNode begun = summary(department, "policies", "townCode=" + town);
        assertThat(begun.path("upcoming").asInt()).isZero();
        assertThat(begun.propertyNames()).doesNotContain("beginsOn");
    }

    @Test
    void a_product_is_matched_from_a_day_on_and_comes_into_no_force() {
        String later = "P" + code.substring(1);
        LocalDate first = LocalDate.now(BusinessTime.ZONE).plusDays(40);
        product(later, bank, new Validity(first, null, true, null, null));

        assertThat(summary(department, "products", "townCode=" + town, later)
                        .path("notice")
                        .asString())
                .isEqualTo("自 " + BusinessTime.inWords(first) + " 起匹配，没有企业现在符合");
        assertThat(ExportedFile.of(
                                client.as(department),
                                "/api/match/reverse/products/export?code=" + later + "&townCode=" + town)
                        .column("结论"))
                .containsExactlyInAnyOrder("尚未开始匹配", "差一项", "待补充");
    }

    @Test
    void a_list_is_narrowed_sorted_and_paged() {
        assertThat(ids(list(department, "policies", "townCode=" + town + "&outcome=NEARLY")))
                .containsExactly(nearly);
        assertThat(ids(list(department, "policies", "townCode=" + town + "&sort=degree,asc")))
                .endsWith(fits);
        JsonNode second = list(department, "policies", "townCode=" + town + "&page=2&size=2");
        assertThat(ids(second)).containsExactly(open);
        assertThat(second.path("total").asInt()).isEqualTo(3);
        assertThat(ids(list(department, "policies", "townCode=" + town + "&industry=I65")))
                .hasSize(3);
        assertThat(ids(list(department, "policies", "townCode=" + town + "&industry=C")))
                .isEmpty();
        assertThat(ids(list(department, "policies", "townCode=" + town + "&industry=%25")))
                .isEmpty();
        assertThat(ids(list(department, "policies", "townCode=" + town + "&q=渝巴软件")))
                .hasSize(3);
        assertThat(ids(list(department, "policies", "townCode=" + town + "&q=" + Published.uscc(nearly))))
                .containsExactly(nearly);
        assertThat(ids(list(department, "policies", "townCode=" + town + "&q=%25")))
                .isEmpty();
        assertThat(summary(department, "policies", "townCode=" + town + "&q=" + Published.uscc(never)))
                .as("figures of one alone would tell what the list leaves out")
                .isEqualTo(summary(department, "policies", "townCode=" + town));
        refused(department, "policies", "page=101&size=20", 400);
        refused(department, "policies", "sort=uscc,asc", 400);
    }

    @Test
    void a_town_sees_its_own_enterprises_and_no_other() {
        UUID elsewhere = Ids.next();
        registered(elsewhere, "500113004");
        report(elsewhere, Map.of("employees", 20, "rdStaff", 6));

        assertThat(ids(list(officerOfTown, "policies", ""))).containsExactly(fits, nearly, open);
        assertThat(ids(list(officerOfTown, "policies", "townCode=500113004"))).isEmpty();
        assertThat(summary(officerOfTown, "policies", "").path("ineligible").asInt())
                .isEqualTo(1);
        assertThat(ExportedFile.of(client.as(officerOfTown), "/api/match/reverse/policies/export?code=" + code)
                        .rows())
                .hasSize(3);
    }

    @Test
    void who_may_not_is_refused_and_enterprises_are_no_askers() {
        for (CurrentUser somebody :
                List.of(administratorOf(fits), TestUsers.ofDepartment(Ids.next(), "user.enterprise.read"), banker)) {
            refused(somebody, "policies", "", 403);
        }
        refused(officerOfTown, "products", "", 403);
        client.anonymous()
                .get()
                .uri("/api/match/reverse/policies?code=" + code)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        client.as(department)
                .get()
                .uri("/api/match/reverse/policies?code=NONE")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.as(department)
                .get()
                .uri("/api/match/reverse/policies/export")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_bank_asks_for_its_own_products_as_far_as_it_reaches_and_learns_no_figure() {
        String own = "P" + code.substring(1);
        String others = "Q" + code.substring(1);
        product(own, bank);
        product(others, Ids.next());

        assertThat(targets(banker)).contains(own).doesNotContain(others);
        assertThat(targets(department)).contains(own, others);
        assertThat(ids(list(banker, "products", "", own)))
                .as("a bank lies in no town")
                .isEmpty();
        CurrentUser reaching = banker.reaching(
                Map.of(ScopedResource.ENTERPRISE, new Reach(false, false, false, Set.of(town), Set.of())),
                banker.territory());
        JsonNode page = list(reaching, "products", "", own);
        assertThat(ids(page)).containsExactly(fits, nearly, open);
        assertThat(String.join("", reasons(page, 1))).contains("研发人员数未达到").doesNotContain("3 人");
        assertThat(String.join("", reasons(list(department, "products", "townCode=" + town, own), 1)))
                .contains("还差 2 人");
        for (String path : List.of("", "/summary", "/export")) {
            client.as(reaching)
                    .get()
                    .uri("/api/match/reverse/products" + path + "?code=" + others)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void who_wants_no_recommendations_is_left_out_and_counted() {
        client.as(administratorOf(fits))
                .put()
                .uri("/api/match/my/recommendations")
                .body(Map.of("personalised", false))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(ids(list(department, "policies", "townCode=" + town))).containsExactly(nearly, open);
        assertThat(summary(department, "policies", "townCode=" + town)
                        .path("switchedOff")
                        .asInt())
                .isEqualTo(1);
        assertThat(export("townCode=" + town).column("企业名称")).hasSize(2);
    }

    @Test
    void tax_data_counts_as_far_as_it_is_consented_to_and_its_figures_are_told_to_nobody() {
        String taxed = "T" + code.substring(1);
        publish(taxed, rule(taxed, List.of(more("employees", 10), more("taxPaid12m", 100))));
        taxFact(fits, "40", LocalDate.of(2999, 1, 1));
        taxFact(nearly, "400", LocalDate.of(2020, 1, 1));

        JsonNode page = list(department, "policies", "townCode=" + town, taxed);
        assertThat(ids(page)).containsExactlyInAnyOrder(fits, nearly, open);
        assertThat(outcome(page, fits)).isEqualTo("NEARLY");
        assertThat(outcome(page, nearly)).as("its authorization has ended").isEqualTo("UNKNOWN");
        assertThat(page.toString()).doesNotContain("40 万元").doesNotContain("60 万元");

        jdbc.sql("insert into tax_withdrawal (enterprise_id, at) values (?, now())")
                .param(open)
                .update();
        assertThat(ids(list(department, "policies", "townCode=" + town, taxed))).doesNotContain(open);
        assertThat(summary(department, "policies", "townCode=" + town, taxed)
                        .path("taxWithdrawn")
                        .asInt())
                .isEqualTo(1);
        assertThat(ids(list(department, "policies", "townCode=" + town)))
                .as("where no tax data is asked for it is nobody's matter")
                .contains(open);
    }

    @Test
    void what_is_for_the_enterprise_alone_is_told_to_nobody_in_figures_whoever_said_it() {
        String taxed = "O" + code.substring(1);
        publish(taxed, rule(taxed, List.of(more("employees", 10), more("taxPaid12m", 10))));
        report(fits, Map.of("taxPaid12m", 7));

        JsonNode page = list(department, "policies", "townCode=" + town, taxed);

        assertThat(outcome(page, fits)).isEqualTo("NEARLY");
        assertThat(page.toString())
                .contains("近12个月纳税总额未达到")
                .doesNotContain("7 万元")
                .doesNotContain("3 万元");
        assertThat(ExportedFile.of(
                                client.as(department),
                                "/api/match/reverse/policies/export?code=" + taxed + "&townCode=" + town)
                        .column("依据"))
                .noneMatch(words -> words.contains("3 万元"));
    }

    @Test
    void a_file_has_all_of_them_and_says_who_took_it_out() {
        ExportedFile file = export("townCode=" + town);

        assertThat(file.head()).containsExactly("企业名称", "统一社会信用代码", "镇街", "行业", "结论", "匹配度（%）", "数据完整度（%）", "依据");
        assertThat(file.column("结论")).containsExactlyInAnyOrder("符合", "差一项", "待补充");
        assertThat(file.column("依据")).anyMatch(words -> words.contains("还差 2 人"));
    }

    @Test
    void while_nothing_is_chosen_nothing_is_found() {
        client.as(department)
                .get()
                .uri("/api/match/reverse/policies")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void the_conditions_of_a_project_are_held_beside_those_of_its_policy() {
        assertThat(ids(audience(officerOfTown, policyOf(code), OLD))).containsExactly(fits, nearly, open);
        assertThat(outcome(audience(officerOfTown, policyOf(code), comparison("employees", ">=", 25)), fits))
                .as("twenty are too few for the project")
                .isEqualTo("NEARLY");
        assertThat(ids(asked(officerOfTown, "/enterprises", policyOf(code), OLD, Map.of("q", Published.uscc(open)))
                        .body()))
                .containsExactly(open);
        assertThat(ids(asked(officerOfTown, "/enterprises", policyOf(code), OLD, Map.of("industry", "C"))
                        .body()))
                .isEmpty();
        assertThat(reached(officerOfTown, policyOf(code), comparison("employees", ">=", 25))
                        .path("eligible")
                        .asInt())
                .isZero();
        JsonNode reached = reached(officerOfTown, policyOf(code), OLD);
        assertThat(reached.path("eligible").asInt()).isEqualTo(1);
        assertThat(reached.path("nearly").asInt()).isEqualTo(1);
        assertThat(reached.path("unknown").asInt()).isEqualTo(1);
        assertThat(reached.path("ineligible").asInt()).isEqualTo(1);
        assertThat(reached(officerOfTown, null, OLD).path("eligible").asInt())
                .as("without a policy that has conditions those of the project are all")
                .isEqualTo(3);
    }

    @Test
    void who_is_meant_by_conditions_that_are_tried_is_told_without_tax_data_and_to_who_reads_enterprises() {
        Map<String, Object> taxes = comparison("taxPaid12m", ">=", 100);
        taxFact(fits, "400", LocalDate.of(2999, 1, 1));
        assertThat(reached(officerOfTown, null, taxes).path("eligible").asInt()).isZero();
        assertThat(reached(officerOfTown, null, taxes).path("unknown").asInt()).isEqualTo(4);

        for (String path : List.of("", "/enterprises")) {
            assertThat(asked(TestUsers.ofDepartment(Ids.next(), "match.reverse.policy"), path, null, OLD)
                            .status())
                    .isEqualTo(403);
            assertThat(asked(banker, path, null, OLD).status()).isEqualTo(403);
            Asked faulty = asked(department, path, null, comparison("noSuchFact", ">=", 1));
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.body().path("code").asString()).isEqualTo("CRITERIA_FAULTY");
        }
    }

    @Test
    void limits_of_what_is_for_the_enterprise_alone_name_nobody_though_it_said_it_itself() {
        report(fits, Map.of("taxableIncome", 150));
        Map<String, Object> earning = comparison("taxableIncome", ">=", 100);

        Asked list = asked(officerOfTown, "/enterprises", null, earning);
        assertThat(list.status()).isEqualTo(403);
        assertThat(list.body().path("code").asString()).isEqualTo("AUDIENCE_COUNTS_ONLY");
        assertThat(list.body().path("detail").asString()).contains("只列家数，不列名单");
        Map<String, Object> hidden = Map.of("type", "allOf", "criteria", List.of(OLD, earning));
        assertThat(asked(officerOfTown, "/enterprises", policyOf(code), hidden).status())
                .isEqualTo(403);

        JsonNode one = reached(officerOfTown, null, earning);
        assertThat(one.path("listed").asBoolean()).isFalse();
        assertThat(one.path("withheld").asBoolean())
                .as("it is decided by the figure of one alone")
                .isTrue();
        assertThat(one.propertyNames()).doesNotContain("eligible", "nearly", "unknown", "ineligible");
    }

    @Test
    void counts_by_what_is_for_the_enterprise_alone_are_told_where_three_are_in_them_and_three_are_not() {
        Map<String, Object> earning = comparison("taxableIncome", ">=", 100);
        report(fits, Map.of("taxableIncome", 150));
        report(nearly, Map.of("taxableIncome", 160));
        report(open, Map.of("taxableIncome", 120));
        report(never, Map.of("taxableIncome", 20));

        JsonNode one = reached(officerOfTown, null, earning);
        assertThat(one.path("withheld").asBoolean()).isFalse();
        assertThat(one.path("fewest").asInt()).isEqualTo(3);
        assertThat(one.propertyNames())
                .as("three, and by them that one fails")
                .doesNotContain("eligible", "nearly", "ineligible");
        assertThat(one.path("unknown").asInt())
                .as("who said no such figure is not decided by one")
                .isZero();

        for (int i = 0; i < 2; i++) {
            UUID another = Ids.next();
            registered(another, town);
            report(another, Map.of("taxableIncome", 30));
        }
        JsonNode three = reached(officerOfTown, null, earning);
        assertThat(three.path("eligible").asInt()).isEqualTo(3);
        assertThat(three.propertyNames()).doesNotContain("nearly", "ineligible");

        assertThat(reached(officerOfTown, null, OLD).path("nearly").asInt())
                .as("what anybody may read who reads enterprises is counted to the last")
                .isEqualTo(1);
    }

    @Test
    void conditions_built_around_one_enterprise_tell_nothing_of_it_whatever_is_counted_beside_it() {
        for (UUID one : List.of(fits, nearly, open, never)) {
            report(one, Map.of("taxableIncome", 150));
        }
        Map<String, Object> around = Map.of(
                "type",
                "anyOf",
                "criteria",
                List.of(
                        Map.of(
                                "type",
                                "allOf",
                                "criteria",
                                List.of(comparison("rdStaff", "==", 6), comparison("taxableIncome", ">=", 100))),
                        comparison("taxableIncome", ">=", -1_000_000)));

        JsonNode told = reached(officerOfTown, null, around);

        assertThat(told.path("withheld").asBoolean()).isTrue();
        assertThat(told.propertyNames()).doesNotContain("eligible", "unknown");
    }

    @Test
    void a_limit_that_is_published_lists_whom_it_means_though_it_is_of_what_is_for_the_enterprise_alone() {
        String taxed = "O" + code.substring(1);
        publish(taxed, rule(taxed, List.of(more("employees", 10), more("taxPaid12m", 10))));
        report(fits, Map.of("taxPaid12m", 17));

        JsonNode page = audience(officerOfTown, policyOf(taxed), OLD);
        assertThat(outcome(page, fits)).isEqualTo("ELIGIBLE");
        assertThat(reached(officerOfTown, policyOf(taxed), OLD).path("listed").asBoolean())
                .isTrue();
        assertThat(reached(officerOfTown, policyOf(taxed), OLD).path("eligible").asInt())
                .isEqualTo(1);
    }

    /** What three of the four have. */
    private static final Map<String, Object> OLD = comparison("employees", ">=", 5);

    private static Map<String, Object> comparison(String fact, String op, Object value) {
        return Map.of("type", "comparison", "fact", fact, "op", op, "value", value);
    }

    private UUID policyOf(String code) {
        return jdbc.sql("select subject_id from library_entry where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private record Asked(int status, JsonNode body) {}

    private Asked asked(CurrentUser user, String path, @Nullable UUID policy, Map<String, Object> criteria) {
        return asked(user, path, policy, criteria, Map.of());
    }

    private Asked asked(
            CurrentUser user,
            String path,
            @Nullable UUID policy,
            Map<String, Object> criteria,
            Map<String, Object> narrower) {
        Map<String, Object> body = new HashMap<>(narrower);
        body.put("criteria", criteria);
        if (policy != null) {
            body.put("policyId", policy);
        }
        var result = client.as(user)
                .post()
                .uri("/api/match/reverse/audience" + path)
                .body(body)
                .exchange()
                .returnResult(JsonNode.class);
        return new Asked(result.getStatus().value(), Objects.requireNonNull(result.getResponseBody()));
    }

    private JsonNode audience(CurrentUser user, @Nullable UUID policy, Map<String, Object> criteria) {
        return asked(user, "/enterprises", policy, criteria).body();
    }

    private JsonNode reached(CurrentUser user, @Nullable UUID policy, Map<String, Object> criteria) {
        return asked(user, "", policy, criteria).body();
    }

    private ExportedFile export(String query) {
        return ExportedFile.of(client.as(department), "/api/match/reverse/policies/export?code=" + code + "&" + query);
    }

    private static Criterion more(String fact, int than) {
        return Comparison.of(fact, Operator.AT_LEAST, than);
    }

    private static PolicyRule rule(String code, List<Criterion> criteria) {
        return rule(code, criteria, Validity.OPEN);
    }

    private static PolicyRule rule(String code, List<Criterion> criteria, Validity validity) {
        PolicyRule like = Published.rule(code, List.of());
        return new PolicyRule(
                code,
                "1",
                like.title(),
                like.docNumber(),
                like.level(),
                like.category(),
                validity,
                false,
                null,
                "测试",
                true,
                "high",
                null,
                new AllOf(null, null, criteria),
                List.of());
    }

    private void publish(String code, PolicyRule rule) {
        tell(Published.of(rule), 1);
        listed(code);
    }

    private void product(String code, UUID bank) {
        product(code, bank, Validity.OPEN);
    }

    private void product(String code, UUID bank, Validity validity) {
        LoanProductPublished like = Published.product(Ids.next(), code);
        tell(
                new LoanProductPublished(
                        like.productId(),
                        code,
                        like.title(),
                        bank,
                        like.bankName(),
                        like.productType(),
                        like.guarantee(),
                        null,
                        null,
                        like.rateText(),
                        new ProductRule(
                                code,
                                "1",
                                like.title(),
                                like.bankName(),
                                like.productType(),
                                null,
                                null,
                                null,
                                null,
                                validity,
                                true,
                                null,
                                null,
                                new AllOf(null, null, List.of(more("employees", 10), more("rdStaff", 5))),
                                null),
                        like.at()),
                1);
        listed(code);
    }

    private void listed(String code) {
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select exists (select 1 from library_entry where code = ? and listed)")
                                .param(code)
                                .query(Boolean.class)
                                .single())
                .isTrue());
    }

    private void report(UUID enterprise, Map<String, Object> facts) {
        client.as(administratorOf(enterprise))
                .put()
                .uri("/api/match/my/profile/facts")
                .body(Map.of("facts", facts))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void taxFact(UUID enterprise, String value, LocalDate until) {
        jdbc.sql("""
                        insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, valid_until, consented_at)
                        values (?, '测试', ?, now(), ?, now())""").params(enterprise, Ids.next(), until).update();
        jdbc.sql(
                        "insert into fact (enterprise_id, name, source, value, as_of) values (?, 'taxPaid12m', 'TAX', ?::jsonb, current_date)")
                .params(enterprise, value)
                .update();
    }

    private JsonNode own(UUID enterprise) {
        return client.as(administratorOf(enterprise))
                .post()
                .uri("/api/match/my/match")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("policies")
                .valueStream()
                .filter(policy -> policy.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode list(CurrentUser user, String kind, String query) {
        return list(user, kind, query, code);
    }

    private JsonNode list(CurrentUser user, String kind, String query, String code) {
        return get(user, "/api/match/reverse/" + kind + "?code=" + code + "&" + query);
    }

    private JsonNode summary(CurrentUser user, String kind, String query) {
        return summary(user, kind, query, code);
    }

    private JsonNode summary(CurrentUser user, String kind, String query, String code) {
        return get(user, "/api/match/reverse/" + kind + "/summary?code=" + code + "&" + query);
    }

    private List<String> targets(CurrentUser user) {
        return get(user, "/api/match/reverse/products/targets")
                .valueStream()
                .map(target -> target.path("code").asString())
                .toList();
    }

    private JsonNode get(CurrentUser user, String uri) {
        return client.as(user)
                .get()
                .uri(URI.create(client.baseUrl() + uri))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private void refused(CurrentUser user, String kind, String query, int status) {
        client.as(user)
                .get()
                .uri("/api/match/reverse/" + kind + "?code=" + code + "&" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private static List<UUID> ids(JsonNode page) {
        return texts(page, "enterpriseId").stream().map(UUID::fromString).toList();
    }

    private static List<String> texts(JsonNode page, String field) {
        return page.path("items")
                .valueStream()
                .map(row -> row.path(field).asString())
                .toList();
    }

    private static String outcome(JsonNode page, UUID enterprise) {
        return page.path("items")
                .valueStream()
                .filter(row -> row.path("enterpriseId").asString().equals(enterprise.toString()))
                .map(row -> row.path("outcome").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(JsonNode page, int row) {
        List<String> reasons = new ArrayList<>();
        page.path("items").get(row).path("reasons").forEach(reason -> reasons.add(reason.asString()));
        return reasons;
    }
}
