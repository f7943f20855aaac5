package cn.zhengqi.matching.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.LocalDate;
import java.util.ArrayList;
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
        published(rule(Comparison.of("legalRepAge", Operator.AT_LEAST, 60)));
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
    void of_an_edition_that_is_published_and_begins_later_the_day_is_told() {
        LocalDate later = LocalDate.now(BusinessTime.ZONE).plusDays(40);
        ask(town, "", draft("<=", 60), HttpStatus.OK).jsonPath("$.beginsOn").doesNotExist();
        jdbc.sql("delete from library_entry where code = ?").param(code).update();
        published(
                rule(Comparison.of("legalRepAge", Operator.AT_LEAST, 60), new Validity(later, null, true, null, null)));

        ask(town, "", draft("<=", 60), HttpStatus.OK)
                .jsonPath("$.beginsOn")
                .isEqualTo(later.toString())
                .jsonPath("$.before")
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
                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 200, "unit", "万元")));
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
    void by_what_is_for_the_enterprise_alone_no_count_sets_very_few_apart_nor_does_one_less_another() {
        fact(small, "taxableIncome", 120, "SELF");
        fact(enterprise("戊厂", "999999101", "甲镇", 40), "taxableIncome", 100, "SELF");
        UUID failing = enterprise("庚厂", "999999101", "甲镇", 40);
        fact(failing, "taxableIncome", 250, "SELF");
        for (int i = 0; i < 2; i++) {
            fact(enterprise("己厂", "999999102", "乙镇", 40), "taxableIncome", 90, "SELF");
            fact(enterprise("辛厂", "999999102", "乙镇", 40), "taxableIncome", 300, "SELF");
        }
        Map<String, Object> asking = new HashMap<>(Map.of(
                "code",
                code,
                "criteria",
                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 200, "unit", "万元")));
        CurrentUser both = TestUsers.ofDepartment(Ids.next(), MAY)
                .reaching(
                        Map.of(
                                ScopedResource.ENTERPRISE,
                                new Reach(false, false, false, Set.of("999999101", "999999102"), Set.of())),
                        department.territory());
        ask(both, "", asking, HttpStatus.OK)
                .jsonPath("$.withheld")
                .isEqualTo(false)
                .jsonPath("$.nearly")
                .doesNotExist()
                .jsonPath("$.gain")
                .isEqualTo(4)
                .jsonPath("$.after")
                .isEqualTo(4)
                .jsonPath("$.decided")
                .isEqualTo(0)
                // Who said no such figure stays open, and anybody may count them.
                .jsonPath("$.unknown")
                .isEqualTo(3)
                .jsonPath("$.towns[?(@.value == '甲镇')].gain")
                .doesNotExist()
                .jsonPath("$.towns[?(@.value == '乙镇')].gain")
                .doesNotExist();
        // In 甲镇 two meet it and one does not.
        ask(town, "", asking, HttpStatus.OK)
                .jsonPath("$.withheld")
                .isEqualTo(false)
                .jsonPath("$.gain")
                .doesNotExist()
                .jsonPath("$.after")
                .doesNotExist();

        // One of them was not decided before: by what is gained less what is newly decided it would be told.
        jdbc.sql("delete from fact where enterprise_id = ? and name = 'legalRepAge'")
                .param(failing)
                .update();
        ask(both, "", asking, HttpStatus.OK)
                .jsonPath("$.gain")
                .doesNotExist()
                .jsonPath("$.decided")
                .doesNotExist()
                .jsonPath("$.lose")
                .isEqualTo(0);

        asking.put("benefit", "研发费用100%加计扣除");
        ask(both, "", asking, HttpStatus.OK)
                .jsonPath("$.benefit.reckoned")
                .isEqualTo(false)
                .jsonPath("$.benefit.method")
                .isEqualTo("条件用到只对企业本人可见的数据，随各企业数据不同的金额不测算，以免反推哪些企业符合")
                .jsonPath("$.unknownMoney.counted")
                .isEqualTo(0);
    }

    @Test
    void who_counts_by_what_is_for_the_enterprise_alone_is_on_record_with_the_conditions_and_not_without_end() {
        Map<String, Object> asking = Map.of(
                "code",
                code,
                "criteria",
                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 200, "unit", "万元"));
        // While it is about one alone nothing is told, so that it is no question of the twenty.
        fact(small, "taxableIncome", 120, "SELF");
        ask(town, "", asking, HttpStatus.OK).jsonPath("$.withheld").isEqualTo(true);
        jdbc.sql("delete from fact where enterprise_id = ? and name = 'taxableIncome'")
                .param(small)
                .update();
        for (int i = 0; i < 20; i++) {
            ask(town, "", asking, HttpStatus.OK);
        }
        ask(town, "", asking, HttpStatus.TOO_MANY_REQUESTS)
                .jsonPath("$.detail")
                .isEqualTo("您今天按只对企业本人可见的数据统计企业已达 20 次上限，请明天再试");
        ask(town, "", draft("<=", 60), HttpStatus.OK);

        List<String> asked = jdbc.sql("""
                        select data::text from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?""")
                .param(town.accountId().toString())
                .query(String.class)
                .list();
        assertThat(asked).hasSize(20);
        assertThat(asked.getFirst()).contains("OWNERS_FACTS_COUNTED", "政策沙盘 " + code, "taxableIncome", "200");
    }

    @Test
    void however_much_stands_before_it_each_condition_is_on_record_or_it_is_not_counted_by() {
        Map<String, Object> decisive =
                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 200, "unit", "万元");
        List<Object> padded = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            padded.add(Map.of(
                    "type",
                    "comparison",
                    "fact",
                    "employees",
                    "op",
                    ">=",
                    "value",
                    i,
                    "clause",
                    Map.of("text", "长".repeat(400), "certain", true)));
        }
        padded.add(decisive);
        Map<String, Object> criteria = Map.of("type", "allOf", "criteria", padded);
        ask(town, "", Map.of("code", code, "criteria", criteria), HttpStatus.OK);
        String asked = jdbc.sql("""
                        select data::text from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?""")
                .param(town.accountId().toString())
                .query(String.class)
                .single();
        assertThat(asked).contains("taxableIncome").doesNotContain("长长", "…");

        for (int i = 0; i < 200; i++) {
            padded.add(Map.of("type", "comparison", "fact", "employees", "op", ">=", "value", 1_000 + i));
        }
        ask(
                        town,
                        "",
                        Map.of("code", code, "criteria", Map.of("type", "allOf", "criteria", padded)),
                        HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("OWNERS_QUESTION_TOO_LONG");
    }

    @Test
    void what_the_edition_in_force_tells_of_each_who_may_match_backwards_is_told_by_count_too_and_to_nobody_else() {
        Map<String, Object> limit =
                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 300, "unit", "万元");
        jdbc.sql("update library_entry set rule = ?::jsonb where code = ?")
                .params(
                        Json.MAPPER
                                .writerFor(EligibilityRule.class)
                                .writeValueAsString(rule(AllOf.of(
                                        Comparison.of("taxableIncome", Operator.AT_MOST, 300),
                                        Comparison.of("legalRepAge", Operator.AT_MOST, 60)))),
                        code)
                .update();
        jdbc.sql("update library_revision set number = number + 1").update();
        fact(small, "taxableIncome", 120, "SELF");
        for (int i = 0; i < 5; i++) {
            fact(enterprise("戊厂", "999999101", "甲镇", 30), "taxableIncome", 100, "SELF");
        }
        fact(enterprise("己厂", "999999101", "甲镇", 30), "taxableIncome", 700, "SELF");
        Map<String, Object> asking = Map.of(
                "code",
                code,
                "criteria",
                Map.of(
                        "type",
                        "allOf",
                        "criteria",
                        List.of(limit, Map.of("type", "comparison", "fact", "legalRepAge", "op", "<=", "value", 40))));
        CurrentUser backwards = TestUsers.ofTown(Ids.next(), "999999101", MAY[0], MAY[1], "match.reverse.policy");
        ask(backwards, "", asking, HttpStatus.OK)
                .jsonPath("$.withheld")
                .isEqualTo(false)
                .jsonPath("$.before")
                .isEqualTo(6)
                .jsonPath("$.after")
                .isEqualTo(5)
                .jsonPath("$.lose")
                .isEqualTo(1)
                .jsonPath("$.gain")
                .isEqualTo(0)
                .jsonPath("$.towns[0].lose")
                .isEqualTo(1);
        ask(town, "", asking, HttpStatus.OK).jsonPath("$.after").doesNotExist();
    }

    @Test
    void a_limit_of_what_is_for_the_enterprise_alone_is_not_moved_by_a_little() {
        ask(
                        town,
                        "",
                        Map.of(
                                "code",
                                code,
                                "criteria",
                                Map.of("type", "comparison", "fact", "taxableIncome", "op", "<=", "value", 612)),
                        HttpStatus.valueOf(422))
                .jsonPath("$.code")
                .isEqualTo("OWNERS_LIMIT_TOO_FINE");
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
    void who_loses_and_is_one_condition_short_is_told_as_a_match_would_tell_it() {
        fact(middle, "employees", 90, "SELF");
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "code",
                code,
                "criteria",
                Map.of("type", "comparison", "fact", "employees", "op", ">=", "value", 100, "unit", "人")));
        ask(town, "", wanted, HttpStatus.OK)
                .jsonPath("$.lose")
                .isEqualTo(1)
                .jsonPath("$.nearly")
                .isEqualTo(1);
        wanted.put("change", "LOSE");
        ask(town, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.items[0].before")
                .isEqualTo("ELIGIBLE")
                .jsonPath("$.items[0].after")
                .isEqualTo("NEARLY");
        // An age cannot be mended.
        wanted = new HashMap<>(draft("<=", 60));
        ask(town, "", wanted, HttpStatus.OK).jsonPath("$.nearly").isEqualTo(0);
        wanted.put("change", "LOSE");
        ask(town, "/enterprises", wanted, HttpStatus.OK)
                .jsonPath("$.items[0].after")
                .isEqualTo("INELIGIBLE");
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
        fact(small, "loanAmount", 900, "SELF");
        fact(enterprise("戊厂", "999999101", "甲镇", 40), "loanAmount", 100, "SELF");
        Map<String, Object> draft = new HashMap<>(draft("<=", 60));
        draft.put("benefit", "年化10个百分点贴息");
        ask(town, "", draft, HttpStatus.OK)
                .jsonPath("$.gainMoney.counted")
                .isEqualTo(2)
                .jsonPath("$.gainMoney.high")
                .doesNotExist();

        fact(enterprise("己厂", "999999101", "甲镇", 41), "loanAmount", 200, "SELF");
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
    void money_that_is_reckoned_from_what_is_for_the_enterprise_alone_tells_nobodys_figure_by_two_drafts() {
        fact(small, "taxableIncome", 900, "SELF");
        Map<String, Object> draft = new HashMap<>(draft("<=", 45));
        draft.put("benefit", "企业所得税15%");
        for (int i = 0; i < 8; i++) {
            fact(enterprise("戊厂", "999999101", "甲镇", 40), "taxableIncome", 200, "SELF");
        }
        ask(town, "", draft, HttpStatus.OK)
                .jsonPath("$.gain")
                .isEqualTo(8)
                .jsonPath("$.benefit.averaged")
                .isEqualTo(true)
                .jsonPath("$.gainMoney.uncounted")
                .isEqualTo(8)
                .jsonPath("$.gainMoney.high")
                .doesNotExist();

        fact(enterprise("己厂", "999999101", "甲镇", 62), "taxableIncome", 400, "SELF");
        // Of ten: (900 + 8 × 200 + 400) ÷ 10 = 290, of which 10 % are 29, for each of the eight.
        ask(town, "", draft, HttpStatus.OK)
                .jsonPath("$.gainMoney.high")
                .isEqualTo(232)
                .jsonPath("$.benefit.method")
                .value(String.class, method -> assertThat(method).contains("年度应纳税所得额只对企业本人可见，每家都按您管辖范围内同规模企业的平均数计"));
        draft.putAll(draft("<=", 60));
        ask(town, "", draft, HttpStatus.OK)
                .jsonPath("$.gain")
                .isEqualTo(9)
                .jsonPath("$.gainMoney.high")
                // Whoever comes besides comes with the average, not with 90.
                .isEqualTo(261);
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

    private void published(PolicyRule rule) {
        jdbc.sql(
                        "insert into library_entry (kind, subject_id, code, rule, listed, version) values ('POLICY', ?, ?, ?::jsonb, true, 1)")
                .params(
                        Ids.next(),
                        code,
                        Json.MAPPER.writerFor(EligibilityRule.class).writeValueAsString(rule))
                .update();
        jdbc.sql("update library_revision set number = number + 1").update();
    }

    private PolicyRule rule(Criterion criteria) {
        return rule(criteria, Validity.OPEN);
    }

    private PolicyRule rule(Criterion criteria, Validity validity) {
        return new PolicyRule(
                code, "1", "测试", "", "区县", "资金补助", validity, false, null, null, true, null, null, criteria, List.of());
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
