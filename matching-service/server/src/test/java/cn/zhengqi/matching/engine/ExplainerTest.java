package cn.zhengqi.matching.engine;

import static cn.zhengqi.matching.api.criteria.Operator.AT_LEAST;
import static cn.zhengqi.matching.api.criteria.Operator.AT_MOST;
import static cn.zhengqi.matching.api.criteria.Operator.BETWEEN;
import static cn.zhengqi.matching.api.criteria.Operator.CONTAINS;
import static cn.zhengqi.matching.api.criteria.Operator.CONTAINS_ANY;
import static cn.zhengqi.matching.api.criteria.Operator.EQUAL;
import static cn.zhengqi.matching.api.criteria.Operator.IN;
import static cn.zhengqi.matching.api.criteria.Operator.LESS_THAN;
import static cn.zhengqi.matching.api.criteria.Operator.MORE_THAN;
import static cn.zhengqi.matching.api.criteria.Operator.NOT_IN;
import static cn.zhengqi.matching.engine.Rules.evaluate;
import static cn.zhengqi.matching.engine.Rules.vector;
import static cn.zhengqi.matching.engine.Rules.years;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final RuleBook BOOK = RuleBook.of(ReferenceRules.policies());

    private static ConditionResult explain(Criterion criterion, Object... facts) {
        return new Explainer(evaluate(criterion, facts)).conditions(0).getFirst();
    }

    private static ConditionResult condition(String policy, String label, Object... facts) {
        int rule = 0;
        while (!BOOK.rule(rule).id().equals(policy)) {
            rule++;
        }
        return new Explainer(BOOK.evaluate(vector(facts)))
                .conditions(rule).stream()
                        .filter(condition -> condition.label().startsWith(label))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_missing_share_of_staff_is_told_in_people() {
        ConditionResult result = explain(Comparison.of("rdStaffRatio", AT_LEAST, 10), "rdStaff", 17, "employees", 196);

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(result.required()).isEqualTo("≥ 10%");
        assertThat(result.actual()).isEqualTo("8.67%");
        assertThat(result.gapText()).isEqualTo("研发人员占比 8.67%，还差约 3 人（1.33 个百分点）");
        assertThat(result.gap()).satisfies(gap -> {
            assertThat(Objects.requireNonNull(gap).amount()).isEqualByComparingTo("1.33");
            assertThat(gap.unit()).isEqualTo("%");
        });
    }

    @Test
    void exactly_enough_people_are_not_one_more() {
        assertThat(explain(Comparison.of("rdStaffRatio", AT_LEAST, 10), "rdStaff", 8, "employees", 100)
                        .gapText())
                .contains("还差约 2 人");
        assertThat(explain(Comparison.of("rdStaffRatio", AT_LEAST, 10), "rdStaff", 9, "employees", 91)
                        .gapText())
                .contains("还差约 1 人");
    }

    @Test
    void a_missing_share_of_revenue_is_told_in_money() {
        ConditionResult result = condition(
                "N01",
                "近三年研发费用占比",
                "revenue",
                years(12000.0, 11000.0, 10000.0),
                "rdExpense",
                years(400.0, 400.0, 400.0));

        assertThat(result.gapText()).isEqualTo("近三年研发费用占营业收入比 3.64%，还差约 120 万元（0.36 个百分点）");
        assertThat(result.chosen()).isEqualTo("5000万~2亿元（最近一年营业收入 12,000 万元）");
    }

    @Test
    void money_is_told_in_its_unit_in_both_directions() {
        assertThat(explain(Comparison.of("rdExpenseY1", AT_LEAST, 100), "rdExpense", years(80.5))
                        .gapText())
                .isEqualTo("最近一年研发费用 80.5 万元，还差 19.5 万元");
        assertThat(explain(Comparison.of("totalAssets", AT_MOST, 5000), "totalAssets", 15000)
                        .gapText())
                .isEqualTo("资产总额 15,000 万元，超出 10,000 万元");
    }

    @Test
    void of_counts_and_people_so_many_are_told_as_are_enough_also_where_the_limit_itself_is_not() {
        assertThat(explain(Comparison.of("employees", MORE_THAN, 20), "employees", 18)
                        .gapText())
                .isEqualTo("职工总数 18 人，还差 3 人");
        assertThat(explain(Comparison.of("employees", MORE_THAN, 20), "employees", 20)
                        .gapText())
                .isEqualTo("职工总数 20 人，还差 1 人");
        assertThat(explain(Comparison.of("employees", LESS_THAN, 300), "employees", 305)
                        .gapText())
                .isEqualTo("职工总数 305 人，超出 6 人");
        assertThat(explain(Comparison.of("rdStaffRatio", MORE_THAN, 10), "rdStaff", 9, "employees", 100)
                        .gapText())
                .isEqualTo("研发人员占比 9%，还差约 2 人（1 个百分点）");
        assertThat(explain(Comparison.of("ageYears", MORE_THAN, 2), "established", "2024-04-29")
                        .gapText())
                .endsWith("还差 46 天");
    }

    @Test
    void time_is_told_in_days() {
        assertThat(explain(Comparison.of("regAgeDays", AT_LEAST, 365), "established", "2025-04-29")
                        .gapText())
                .isEqualTo("注册天数 320 天，还差 45 天");
        ConditionResult age = explain(Comparison.of("ageYears", AT_LEAST, 2), "established", "2024-04-29");
        assertThat(age.gapText()).isEqualTo("成立年限 1.88 年，还差 45 天");
        assertThat(Objects.requireNonNull(age.gap()).unit()).isEqualTo("天");
        assertThat(age.gap().byWaiting()).isTrue();
        assertThat(explain(Comparison.of("ageYears", AT_MOST, 1), "established", "2024-04-29")
                        .gap())
                .as("nobody grows younger")
                .isNull();
    }

    @Test
    void a_layoff_rate_above_the_limit_is_told_in_people_too() {
        ConditionResult result =
                condition("N33", "裁员率", "unemploymentInsuranceMonths", 180, "insured", 280, "layoffRate", 6);

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(result.gapText()).isEqualTo("上年度裁员率 6%，超出约 2 人（0.5 个百分点）");
        assertThat(result.required()).isEqualTo("≤ 5.5%");
        assertThat(result.choice()).isEqualTo(Choice.BAND);
        assertThat(result.chosen()).isEqualTo(">30人（参保人数 280 人）");
    }

    @Test
    void a_strict_limit_that_is_just_reached_says_so() {
        assertThat(explain(Comparison.of("innovationScore", MORE_THAN, 70), "innovationScore", 70)
                        .gapText())
                .isEqualTo("高新技术企业创新能力评价得分 70 分，须高于 70 分");
    }

    @Test
    void a_range_says_on_which_side_it_is_missed() {
        Criterion age = Comparison.of("legalRepAge", BETWEEN, List.of(18, 60));

        assertThat(explain(age, "legalRepAge", 63).gapText()).isEqualTo("法定代表人年龄 63 岁，高于上限 3 岁");
        assertThat(explain(age, "legalRepAge", 17).gapText()).isEqualTo("法定代表人年龄 17 岁，低于下限 1 岁");
        assertThat(explain(age, "legalRepAge", 30).required()).isEqualTo("18～60 岁");
    }

    @Test
    void yes_or_no_choices_codes_and_lists_are_told_in_words() {
        assertThat(explain(Comparison.of("ownBrand", EQUAL, true), "ownBrand", false)
                        .gapText())
                .isEqualTo("拥有自主品牌：要求是，现为否");
        assertThat(explain(Comparison.of("vatType", EQUAL, "小规模纳税人"), "vatType", "一般纳税人")
                        .gapText())
                .isEqualTo("增值税纳税人类型为一般纳税人，要求小规模纳税人");
        assertThat(explain(Comparison.of("industryCode", NOT_IN, List.of("H", "F")), "industryCode", "H6210")
                        .gapText())
                .isEqualTo("行业为正餐服务(H6210)，属于不适用的范围：住宿和餐饮业(H)、批发和零售业(F)");
        assertThat(explain(Comparison.of("quals", CONTAINS, "高新技术企业"), "quals", List.of())
                        .gapText())
                .isEqualTo("持有的资质中没有“高新技术企业”");
        assertThat(explain(Comparison.of("quals", CONTAINS_ANY, List.of("高新技术企业", "绿色工厂")), "quals", List.of("科技型企业"))
                        .gapText())
                .isEqualTo("持有的资质中没有以下任何一项：高新技术企业、绿色工厂");
    }

    @Test
    void what_is_known_of_an_open_fact_is_shown() {
        Criterion large = Comparison.of("enterpriseSize", IN, List.of("中型"));

        assertThat(explain(large, "industryCode", "C3484", "employees", 280).actual())
                .isEqualTo("微型或小型");
        assertThat(explain(Comparison.of("rdRatio2yMin", AT_LEAST, 1), "rdExpense", years(3.0), "revenue", years(100.0))
                        .actual())
                .isEqualTo("不高于 3%");
        assertThat(explain(Comparison.of("employees", AT_MOST, 1)).actual()).isNull();
    }

    @Test
    void an_unknown_condition_names_the_facts_to_fill_in_and_no_others() {
        ConditionResult result = explain(Comparison.of("rdStaffRatio", AT_LEAST, 10), "employees", 45);

        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.gapText()).isNull();
        assertThat(result.missingFacts()).containsExactly(new FactRef("rdStaff", "研发人员数"));
    }

    @Test
    void a_decided_condition_asks_for_nothing() {
        assertThat(explain(
                                Comparison.of("enterpriseSize", IN, List.of("小型", "微型")),
                                "industryCode",
                                "C3484",
                                "employees",
                                3)
                        .missingFacts())
                .isEmpty();
        assertThat(condition("N28", "减免档次", "entityType", "企业", "employees", 280)
                        .missingFacts())
                .isEmpty();
    }

    @Test
    void only_what_can_still_decide_is_asked_for() {
        Explainer explainer = new Explainer(BOOK.evaluate(vector(
                "entityType",
                "企业",
                "industryCode",
                "I6513",
                "employees",
                45,
                "nicheYears",
                5,
                "rdExpense",
                years(220.0, 180.0),
                "revenue",
                years(1800.0, 1500.0),
                "equityFinancing2y",
                0)));
        int srdi = Objects.requireNonNull(BOOK.find("N04", "2022"));

        assertThat(explainer.missing(srdi))
                .extracting(FactRef::name)
                .containsExactly("zjtxScore", "provincialAwardTop3_3y");
    }

    @Test
    void clause_place_and_certainty_are_carried() {
        Criterion uncertain = new Comparison(
                "比例", "newHireRatio1y", AT_LEAST, Value.of(10), "%", new Clause("招用比例达到10%", "第八条", false), "满一年后可再申请");
        ConditionResult result = explain(uncertain, "newHireRatio1y", 3);

        assertThat(result.label()).isEqualTo("比例");
        assertThat(result.clause()).isEqualTo("招用比例达到10%");
        assertThat(result.place()).isEqualTo("第八条");
        assertThat(result.certain()).isFalse();
        assertThat(result.gapText()).isEqualTo("近一年新招用符合条件人员占比 3%，还差 7 个百分点。满一年后可再申请");
    }

    @Test
    void uncertainty_of_a_part_is_uncertainty_of_the_whole() {
        Criterion part = new Comparison(
                null, "ownBrand", EQUAL, Value.of((Object) true), null, new Clause("自主品牌", null, false), null);

        assertThat(explain(AnyOf.of(part, Comparison.of("employees", AT_LEAST, 1)))
                        .certain())
                .isFalse();
    }

    @Test
    void regions_are_told_by_their_names() {
        ConditionResult inside = condition("C04", "所在区划", "regionCode", "500113");

        assertThat(inside.required()).isEqualTo("重庆市");
        assertThat(inside.actual()).isEqualTo("重庆市巴南区");
        assertThat(condition("N23", "所在区划", "regionCode", "510107").required())
                .startsWith("重庆市、四川省、贵州省")
                .doesNotContainPattern("\\d");
    }

    @Test
    void a_region_elsewhere_is_told_by_what_is_known_of_it() {
        ConditionResult outside = condition("C04", "所在区划", "regionCode", "510107");

        assertThat(outside.gapText()).isEqualTo("所在区划为四川省(510107)，要求重庆市");
    }

    @Test
    void a_score_is_told_item_by_item_with_the_next_step() {
        ConditionResult either = condition(
                "N02",
                "评价得分",
                "rdStaff",
                40,
                "employees",
                280,
                "revenue",
                years(12000.0),
                "rdExpense",
                years(300.0),
                "class1Ip",
                0,
                "class2Ip",
                3,
                "quals",
                List.of());
        ConditionResult score = Objects.requireNonNull(either.children()).getFirst();

        assertThat(score.choice()).isEqualTo(Choice.SCORE);
        assertThat(score.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(score.actual()).isEqualTo("32 分");
        assertThat(score.gapText()).isEqualTo("得分 32 分，还差 28 分");
        assertThat(Objects.requireNonNull(score.children()))
                .extracting(ConditionResult::actual)
                .containsExactly("4 分", "10 分", "18 分");
        assertThat(score.children())
                .extracting(ConditionResult::gapText)
                .containsExactly(
                        "再得 4 分：研发人员占比 14.29%，还差约 2 人（0.71 个百分点）",
                        "再得 10 分：最近一年研发费用占营业收入比 2.5%，还差约 60 万元（0.5 个百分点）", "再得 6 分：Ⅱ类知识产权数 3 项，还差 1 项");
    }

    @Test
    void an_open_score_shows_its_interval_and_what_would_narrow_it() {
        ConditionResult either = condition(
                "N02",
                "评价得分",
                "rdStaff",
                40,
                "employees",
                280,
                "revenue",
                years(12000.0),
                "rdExpense",
                years(600.0),
                "quals",
                List.of());
        ConditionResult score = Objects.requireNonNull(either.children()).getFirst();

        assertThat(score.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(score.actual()).isEqualTo("44～74 分");
        assertThat(score.missingFacts()).extracting(FactRef::name).containsExactly("class1Ip", "class2Ip");
    }

    @Test
    void a_group_below_its_minimum_is_named() {
        ConditionResult either = condition(
                "N03",
                "评价得分",
                "class1Ip",
                0,
                "class2Ip",
                1,
                "revenue",
                years(1000.0),
                "rdExpense",
                years(10.0),
                "quals",
                List.of(),
                "provincialAwardTop3_3y",
                false,
                "equityFinancing2y",
                0);
        ConditionResult score = Objects.requireNonNull(either.children()).getFirst();

        assertThat(score.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(score.gapText()).isEqualTo("创新能力 10 分，低于最低 20 分");
    }

    @Test
    void of_alternatives_those_are_told_that_can_be_worked_on() {
        Criterion either =
                AnyOf.of(Comparison.of("entityType", EQUAL, "个体工商户"), Comparison.of("rdExpenseY1", AT_LEAST, 100));

        assertThat(explain(either, "entityType", "企业", "rdExpense", years(40.0)).gapText())
                .isEqualTo("最近一年研发费用 40 万元，还差 60 万元");
    }

    @Test
    void the_tier_that_applies_is_named() {
        assertThat(condition("N28", "减免档次", "entityType", "企业", "employees", 280, "disabledCount", 3)
                        .chosen())
                .isEqualTo("按50%缴纳");
        assertThat(condition("N28", "减免档次", "entityType", "企业", "employees", 280)
                        .chosen())
                .isNull();
    }

    @Test
    void bands_that_cannot_apply_are_not_shown() {
        assertThat(condition("N01", "近三年研发费用占比", "revenue", years(100.0)).children())
                .hasSize(1);
        assertThat(condition("N01", "近三年研发费用占比").children()).hasSize(3);
    }

    @Test
    void unverified_figures_say_why() {
        ConditionResult result = explain(new Unverified(null, new Clause("新标准", null, false), "未能取得原文"));

        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.gapText()).isEqualTo("未能取得原文");
        assertThat(result.certain()).isFalse();
        assertThat(result.missingFacts()).isEmpty();
    }

    @Test
    void gaps_of_all_comparisons_are_there_as_numbers() {
        Evaluation evaluation = evaluate(
                AllOf.of(
                        Comparison.of("employees", AT_LEAST, 100),
                        Comparison.of("totalAssets", AT_MOST, 5000),
                        Comparison.of("netProfit", AT_LEAST, 1),
                        Comparison.of("coreIp", AT_LEAST, 1)),
                "employees",
                60,
                "totalAssets",
                5120,
                "coreIp",
                4);

        assertThat(evaluation.gaps()).containsExactlyInAnyOrder(40, 120, Double.NaN, 0);
    }

    @Test
    void an_enterprise_that_holds_the_qualification_is_told_so() {
        int srdi = Objects.requireNonNull(BOOK.find("N04", "2022"));

        assertThat(BOOK.evaluate(vector("quals", List.of("专精特新中小企业"))).alreadyHeld(srdi))
                .isTrue();
        assertThat(BOOK.evaluate(vector("quals", List.of())).alreadyHeld(srdi)).isFalse();
        assertThat(BOOK.evaluate(vector()).alreadyHeld(srdi)).isFalse();
    }

    @Test
    void the_worked_example_of_the_documentation_is_right() {
        int smallProfit = Objects.requireNonNull(BOOK.find("N13", "2023"));
        Evaluation failing = BOOK.evaluate(
                vector("entityType", "企业", "restrictedIndustry", false, "employees", 45, "taxableIncome", 900));
        Evaluation open = BOOK.evaluate(
                vector("entityType", "企业", "restrictedIndustry", false, "employees", 45, "totalAssets", 1500));

        assertThat(failing.degree(smallProfit)).isEqualTo(60);
        assertThat(failing.completeness(smallProfit)).isEqualTo(80);
        assertThat(failing.outcome(smallProfit)).isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(open.degree(smallProfit)).isEqualTo(80);
        assertThat(open.completeness(smallProfit)).isEqualTo(80);
        assertThat(open.outcome(smallProfit)).isEqualTo(MatchOutcome.UNKNOWN);
        assertThat(new Explainer(open).missing(smallProfit))
                .extracting(FactRef::name)
                .containsExactly("taxableIncome");
    }

    @Test
    void the_order_is_by_outcome_then_degree_then_completeness() {
        Evaluation evaluation = BOOK.evaluate(vector(
                "entityType",
                "企业",
                "restrictedIndustry",
                false,
                "employees",
                45,
                "taxableIncome",
                120,
                "totalAssets",
                1500,
                "quals",
                List.of(),
                "industryCode",
                "I6513",
                "revenue",
                years(1800.0)));
        Ranking ranking = Ranking.of(evaluation);
        int[] order = ranking.order();

        assertThat(order).hasSize(BOOK.size()).doesNotHaveDuplicates();
        for (int i = 1; i < order.length; i++) {
            assertThat(key(evaluation, ranking, order[i - 1])).isLessThanOrEqualTo(key(evaluation, ranking, order[i]));
        }
        assertThat(ranking.outcome(order[0])).isEqualTo(MatchOutcome.ELIGIBLE);
    }

    @Test
    void what_is_past_its_recorded_period_comes_after_all_current_ones_of_the_same_outcome() {
        Validity over = new Validity(null, LocalDate.of(2025, 12, 31), false, null, null);
        Criterion met = Comparison.of("employees", AT_LEAST, 1);
        Criterion lessKnown = AnyOf.of(met, Comparison.of("coreIp", AT_LEAST, 1));
        RuleBook book = RuleBook.of(List.of(
                Rules.rule("X01", met, over),
                Rules.rule("X02", lessKnown, Validity.OPEN),
                Rules.rule("X03", Comparison.of("coreIp", AT_LEAST, 1), Validity.OPEN)));
        Evaluation evaluation = book.evaluate(vector("employees", 5));

        assertThat(evaluation.outcome(0)).isEqualTo(MatchOutcome.ELIGIBLE);
        assertThat(evaluation.periodOver(0)).isTrue();
        assertThat(evaluation.periodOver(1)).isFalse();
        assertThat(Ranking.of(evaluation).order()).containsExactly(1, 0, 2);
    }

    private static int key(Evaluation evaluation, Ranking ranking, int rule) {
        int place = 2
                        * List.of(
                                        MatchOutcome.ELIGIBLE,
                                        MatchOutcome.NEARLY,
                                        MatchOutcome.UNKNOWN,
                                        MatchOutcome.INELIGIBLE)
                                .indexOf(ranking.outcome(rule))
                + (evaluation.periodOver(rule) ? 1 : 0);
        return (place * 101 + 100 - ranking.degree(rule)) * 101 + 100 - ranking.completeness(rule);
    }

    @Test
    void a_line_of_a_scoring_table_without_words_of_a_document_says_for_what_it_gives_its_points() {
        ConditionResult table = explain(new Score(
                null,
                null,
                BigDecimal.TEN,
                false,
                List.of(new Score.Group(
                        "人员",
                        null,
                        List.of(new Score.Item(
                                "职工",
                                List.of(
                                        new Score.Tier(
                                                BigDecimal.valueOf(12),
                                                Comparison.of("employees", Operator.AT_LEAST, 30)),
                                        new Score.Tier(
                                                BigDecimal.valueOf(6),
                                                Comparison.of("employees", Operator.AT_LEAST, 10))),
                                BigDecimal.ZERO,
                                null))))));

        assertThat(table.children())
                .singleElement()
                .extracting(ConditionResult::required)
                .isEqualTo("满分 12 分：职工总数 ≥ 30 人得 12 分；职工总数 ≥ 10 人得 6 分");
    }
}
