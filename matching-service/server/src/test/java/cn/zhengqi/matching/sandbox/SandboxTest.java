package cn.zhengqi.matching.sandbox;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a draft changes, for whom, and who may see it. */
class SandboxTest extends MatchingTest {

    private static final String[] MAY = {"policy.manage", "user.enterprise.read"};

    private final String code = "S" + Ids.next().toString().substring(28).toUpperCase();
    private final CurrentUser department = TestUsers.ofDepartment(Ids.next(), MAY);
    private final CurrentUser town = TestUsers.ofTown(Ids.next(), "999999101", MAY);
    private UUID small;
    private UUID middle;

    /** In force: at least 100 staff. Other tests leave enterprises here, of which nothing is known of this fact. */
    @BeforeEach
    void four_enterprises_in_two_towns() {
        PolicyRule rule = new PolicyRule(
                code,
                "1",
                "测试",
                "",
                "区县",
                "资金补助",
                Validity.OPEN,
                false,
                null,
                null,
                true,
                null,
                null,
                Comparison.of("legalRepAge", Operator.AT_LEAST, 60),
                List.of());
        jdbc.sql(
                        "insert into library_entry (kind, subject_id, code, rule, listed, version) values ('POLICY', ?, ?, ?::jsonb, true, 1)")
                .params(
                        Ids.next(),
                        code,
                        Json.MAPPER.writerFor(EligibilityRule.class).writeValueAsString(rule))
                .update();
        jdbc.sql("update library_revision set number = number + 1").update();
        small = enterprise("甲厂", "999999101", "甲镇", 50);
        middle = enterprise("乙厂", "999999101", "甲镇", 65);
        enterprise("丙厂", "999999102", "乙镇", 45);
        enterprise("丁厂", "999999102", "乙镇", null);
    }

    @AfterEach
    void they_go() {
        jdbc.sql("delete from library_entry where code = ?").param(code).update();
        jdbc.sql("update library_revision set number = number + 1").update();
        for (String table : List.of(
                "fact where enterprise_id in (select id from enterprise where town_code like '999999%')",
                "recommendation_choice where enterprise_id in (select id from enterprise where town_code like '999999%')",
                "enterprise where town_code like '999999%'")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void who_gains_loses_and_stays_unknown_is_counted_by_town_industry_and_size() {
        ask(town, "", draft("<=", 60), HttpStatus.OK)
                .jsonPath("$.enterprises")
                .isEqualTo(2)
                .jsonPath("$.before")
                .isEqualTo(1)
                .jsonPath("$.after")
                .isEqualTo(1)
                .jsonPath("$.gain")
                .isEqualTo(1)
                .jsonPath("$.lose")
                .isEqualTo(1)
                .jsonPath("$.unknown")
                .isEqualTo(0)
                .jsonPath("$.towns.length()")
                .isEqualTo(1)
                .jsonPath("$.towns[0].value")
                .isEqualTo("甲镇")
                .jsonPath("$.industries[0].value")
                .isEqualTo("C");
        ask(department, "", draft("<=", 60), HttpStatus.OK)
                .jsonPath("$.towns[?(@.value == '乙镇')].gain")
                .isEqualTo(1)
                .jsonPath("$.towns[?(@.value == '乙镇')].unknown")
                .isEqualTo(1);
    }

    @Test
    void each_figure_opens_its_list_and_nothing_beyond_what_the_reader_reaches() {
        Map<String, Object> wanted = new HashMap<>(draft("<=", 60));
        wanted.put("change", "GAIN");
        ask(town, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(small.toString())
                .jsonPath("$.items[0].name")
                .isEqualTo("甲厂");
        wanted.put("change", "LOSE");
        ask(department, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.items[?(@.town == '甲镇')].id")
                .isEqualTo(middle.toString());
        wanted.put("change", "GAIN");
        wanted.put("town", "乙镇");
        ask(department, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].name")
                .isEqualTo("丙厂");
        ask(town, "/enterprises", wanted, HttpStatus.OK).jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void who_passes_between_qualifying_and_not_decided_is_counted_so_that_the_figures_add_up() {
        fact(middle, "employees", 30, "SELF");
        fact(enterprise("辛厂", "999999101", "甲镇", null), "employees", 30, "SELF");
        UUID lapsed = enterprise("壬厂", "999999101", "甲镇", 66);
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "code",
                code,
                "criteria",
                Map.of("type", "comparison", "fact", "employees", "op", ">=", "value", 20, "unit", "人")));
        // 2 qualify − 1 is not decided any more + 1 that gains, who was not decided = 2.
        ask(town, "", wanted, HttpStatus.OK)
                .jsonPath("$.before")
                .isEqualTo(2)
                .jsonPath("$.after")
                .isEqualTo(2)
                .jsonPath("$.gain")
                .isEqualTo(1)
                .jsonPath("$.decided")
                .isEqualTo(1)
                .jsonPath("$.lose")
                .isEqualTo(0)
                .jsonPath("$.undecided")
                .isEqualTo(1);
        wanted.put("change", "UNKNOWN");
        ask(town, "/enterprises", wanted, HttpStatus.OK).jsonPath("$.total").isEqualTo(2);
        wanted.put("before", "TRUE");
        ask(town, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(lapsed.toString());
    }

    @Test
    void conditions_on_what_is_for_the_enterprise_alone_are_counted_and_name_nobody() {
        fact(small, "taxableIncome", 120, "SELF");
        Map<String, Object> asking = new HashMap<>(Map.of(
                "code",
                code,
                "criteria",
                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 150, "unit", "万元")));
        ask(town, "", asking, HttpStatus.OK)
                .jsonPath("$.listed")
                .isEqualTo(false)
                .jsonPath("$.withheld")
                .isEqualTo(true)
                .jsonPath("$.before")
                .isEqualTo(1)
                .jsonPath("$.after")
                .doesNotExist()
                .jsonPath("$.gain")
                .doesNotExist()
                .jsonPath("$.unknown")
                .doesNotExist()
                .jsonPath("$.gainMoney.counted")
                .isEqualTo(0)
                .jsonPath("$.towns.length()")
                .isEqualTo(0);
        asking.put("change", "GAIN");
        ask(town, "/enterprises", asking, HttpStatus.FORBIDDEN)
                .jsonPath("$.code")
                .isEqualTo("SANDBOX_COUNTS_ONLY");
        ask(town, "", draft("<=", 60), HttpStatus.OK).jsonPath("$.listed").isEqualTo(true);
    }

    @Test
    void by_what_is_for_the_enterprise_alone_no_count_of_very_few_is_told_nor_one_from_which_it_follows() {
        fact(small, "taxableIncome", 120, "SELF");
        fact(enterprise("戊厂", "999999101", "甲镇", null), "taxableIncome", 100, "SELF");
        fact(enterprise("己厂", "999999102", "乙镇", null), "taxableIncome", 90, "SELF");
        fact(enterprise("庚厂", "999999102", "乙镇", null), "taxableIncome", 200, "SELF");
        Map<String, Object> asking = Map.of(
                "code",
                code,
                "criteria",
                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 150, "unit", "万元"));
        CurrentUser both = TestUsers.ofDepartment(Ids.next(), MAY)
                .reaching(
                        Map.of(
                                ScopedResource.ENTERPRISE,
                                new Reach(false, false, false, Set.of("999999101", "999999102"), Set.of())),
                        department.territory());
        ask(both, "", asking, HttpStatus.OK)
                .jsonPath("$.withheld")
                .isEqualTo(false)
                .jsonPath("$.gain")
                .isEqualTo(3)
                .jsonPath("$.lose")
                .doesNotExist()
                .jsonPath("$.after")
                .doesNotExist()
                .jsonPath("$.towns[?(@.value == '甲镇')].gain")
                .doesNotExist()
                .jsonPath("$.towns[?(@.value == '乙镇')].gain")
                .doesNotExist();
        ask(town, "", asking, HttpStatus.OK).jsonPath("$.withheld").isEqualTo(true);
    }

    @Test
    void the_figures_above_the_changes_open_their_lists_too() {
        Map<String, Object> wanted = new HashMap<>(draft("<=", 60));
        ask(town, "/enterprises", wanted, HttpStatus.OK).jsonPath("$.total").isEqualTo(2);
        wanted.put("before", "TRUE");
        ask(town, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(middle.toString());
        wanted.remove("before");
        wanted.put("after", "TRUE");
        ask(town, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(small.toString());
    }

    @Test
    void tax_data_has_no_part_in_it() {
        jdbc.sql("update fact set source = 'TAX' where enterprise_id = ? and name = 'legalRepAge'")
                .param(small)
                .update();
        ask(town, "", draft("<=", 60), HttpStatus.OK)
                .jsonPath("$.gain")
                .isEqualTo(0)
                .jsonPath("$.unknown")
                .isEqualTo(1);
    }

    @Test
    void what_the_enterprise_said_itself_counts_where_the_tax_authority_said_something_else() {
        fact(small, "legalRepAge", 70, "TAX");
        ask(town, "", draft("<=", 60), HttpStatus.OK).jsonPath("$.gain").isEqualTo(1);
    }

    @Test
    void who_wants_no_use_of_the_profile_for_recommendations_is_left_out_and_counted() {
        jdbc.sql("insert into recommendation_choice values (?, false, now(), gen_random_uuid())")
                .param(small)
                .update();
        ask(town, "", draft("<=", 60), HttpStatus.OK)
                .jsonPath("$.gain")
                .isEqualTo(0)
                .jsonPath("$.switchedOff")
                .isEqualTo(1);
    }

    @Test
    void a_policy_without_an_edition_in_force_is_compared_with_nothing() {
        Map<String, Object> first = new HashMap<>(draft("<=", 60));
        first.put("code", "NONE-YET");
        ask(town, "", first, HttpStatus.OK)
                .jsonPath("$.before")
                .doesNotExist()
                .jsonPath("$.compared")
                .isEqualTo(false)
                .jsonPath("$.gain")
                .isEqualTo(1)
                .jsonPath("$.lose")
                .isEqualTo(0);
    }

    @Test
    void what_is_gained_is_estimated_by_the_benefit_of_the_draft_and_of_very_few_no_sum_is_told() {
        fact(small, "taxableIncome", 900, "SELF");
        fact(enterprise("戊厂", "999999101", "甲镇", 40), "taxableIncome", 100, "SELF");
        Map<String, Object> draft = new HashMap<>(draft("<=", 60));
        draft.put("benefit", "企业所得税15%");
        ask(town, "", draft, HttpStatus.OK)
                .jsonPath("$.gainMoney.counted")
                .isEqualTo(2)
                .jsonPath("$.gainMoney.high")
                .doesNotExist();

        fact(enterprise("己厂", "999999101", "甲镇", 41), "taxableIncome", 200, "SELF");
        enterprise("庚厂", "999999101", "甲镇", 42);
        ask(town, "", draft, HttpStatus.OK)
                .jsonPath("$.gain")
                .isEqualTo(4)
                .jsonPath("$.gainMoney.low")
                .isEqualTo(0)
                .jsonPath("$.gainMoney.high")
                .isEqualTo(120)
                .jsonPath("$.gainMoney.uncounted")
                .isEqualTo(1)
                .jsonPath("$.towns[0].gainMoney.high")
                .isEqualTo(120)
                .jsonPath("$.benefit.reckoned")
                .isEqualTo(true)
                // The edition in force states no benefit: that is no sum of nothing.
                .jsonPath("$.benefitBefore.reckoned")
                .isEqualTo(false)
                .jsonPath("$.loseMoney.high")
                .doesNotExist()
                .jsonPath("$.loseMoney.uncounted")
                .isEqualTo(1);
    }

    @Test
    void a_faulty_tree_is_refused_with_its_faults() {
        ask(town, "", draft("contains", 60), HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("CRITERIA_FAULTY")
                .jsonPath("$.faults[0].code")
                .isEqualTo("OPERATOR_NOT_ALLOWED");
    }

    @Test
    void who_may_not_read_the_register_is_turned_away() {
        for (CurrentUser user : List.of(
                TestUsers.ofDepartment(Ids.next(), "policy.manage"),
                TestUsers.ofDepartment(Ids.next(), "user.enterprise.read"))) {
            ask(user, "", draft("<=", 60), HttpStatus.FORBIDDEN)
                    .jsonPath("$.code")
                    .isEqualTo("FORBIDDEN");
        }
    }

    private RestTestClient.BodyContentSpec ask(
            CurrentUser user, String path, Map<String, Object> body, HttpStatus expected) {
        return client.as(user)
                .post()
                .uri("/api/match/sandbox" + path)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private Map<String, Object> draft(String op, int age) {
        return Map.of(
                "code", code, "criteria", Map.of("type", "comparison", "fact", "legalRepAge", "op", op, "value", age));
    }

    private UUID enterprise(String name, String townCode, String townName, @Nullable Integer age) {
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into enterprise (id, uscc, name, town_code, town_name, industry_code, version) values (?, ?, ?, ?, ?, 'C3484', 0)")
                .params(id, id.toString().substring(18).replace("-", "").toUpperCase(), name, townCode, townName)
                .update();
        fact(id, "industryCode", "C3484", "REGISTER");
        if (age != null) {
            fact(id, "legalRepAge", age, "SELF");
        }
        return id;
    }

    private void fact(UUID id, String name, Object value, String source) {
        jdbc.sql(
                        "insert into fact (enterprise_id, name, source, value, as_of) values (?, ?, ?, ?::jsonb, current_date)")
                .params(id, name, source, Json.MAPPER.writeValueAsString(value))
                .update();
    }
}
