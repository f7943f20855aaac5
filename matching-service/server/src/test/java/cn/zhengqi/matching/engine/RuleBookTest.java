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
import static cn.zhengqi.matching.api.criteria.Operator.NOT_EQUAL;
import static cn.zhengqi.matching.api.criteria.Operator.NOT_IN;
import static cn.zhengqi.matching.engine.Rules.evaluate;
import static cn.zhengqi.matching.engine.Rules.rule;
import static cn.zhengqi.matching.engine.Rules.truth;
import static cn.zhengqi.matching.engine.Rules.vector;
import static cn.zhengqi.matching.engine.Rules.years;
import static cn.zhengqi.matching.engine.Truth.FALSE;
import static cn.zhengqi.matching.engine.Truth.TRUE;
import static cn.zhengqi.matching.engine.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {

    private static final Criterion YES = Comparison.of("ownBrand", EQUAL, true);
    private static final Criterion NO = Comparison.of("ownBrand", EQUAL, false);
    private static final Criterion OPEN = new Unverified(null, null, "未核对");

    @ParameterizedTest
    @CsvSource({
        ">=,70,69.99,FALSE", ">=,70,70,TRUE", ">=,70,?,UNKNOWN",
        ">,70,70,FALSE", ">,70,70.0001,TRUE", ">,70,?,UNKNOWN",
        "<=,100,100,TRUE", "<=,100,100.01,FALSE", "<=,100,?,UNKNOWN",
        "<,100,100,FALSE", "<,100,99.99,TRUE", "<,100,?,UNKNOWN",
        "==,3,3,TRUE", "==,3,3.01,FALSE", "==,3,?,UNKNOWN",
        "!=,3,3,FALSE", "!=,3,4,TRUE", "!=,3,?,UNKNOWN",
    })
    void numbers_are_compared_strictly_where_the_rule_is_strict(
            String op, double limit, String actual, Truth expected) {
        Object value = actual.equals("?") ? null : Double.valueOf(actual);

        assertThat(truth(Comparison.of("innovationScore", Operator.of(op), limit), "innovationScore", value))
                .isEqualTo(expected);
    }

    @Test
    void a_range_includes_both_ends() {
        Criterion age = Comparison.of("legalRepAge", BETWEEN, List.of(18, 60));

        assertThat(truth(age, "legalRepAge", 18)).isEqualTo(TRUE);
        assertThat(truth(age, "legalRepAge", 60)).isEqualTo(TRUE);
        assertThat(truth(age, "legalRepAge", 61)).isEqualTo(FALSE);
        assertThat(truth(age)).isEqualTo(UNKNOWN);
    }

    @Test
    void days_are_compared_as_days() {
        Criterion bought = Comparison.of("equipmentPurchasedAfter", AT_LEAST, "2024-01-01");

        assertThat(truth(bought, "equipmentPurchasedAfter", "2024-01-01")).isEqualTo(TRUE);
        assertThat(truth(bought, "equipmentPurchasedAfter", "2023-12-31")).isEqualTo(FALSE);
        assertThat(truth(bought)).isEqualTo(UNKNOWN);
    }

    @Test
    void codes_are_compared_by_prefix_and_a_shorter_code_leaves_it_open() {
        Criterion negativeList = Comparison.of("industryCode", NOT_IN, List.of("C16", "H", "R90"));

        assertThat(truth(negativeList, "industryCode", "I6513")).isEqualTo(TRUE);
        assertThat(truth(negativeList, "industryCode", "C1610")).isEqualTo(FALSE);
        assertThat(truth(negativeList, "industryCode", "C1710")).isEqualTo(TRUE);
        assertThat(truth(negativeList, "industryCode", "C")).isEqualTo(UNKNOWN);
        assertThat(truth(negativeList, "industryCode", "R8810")).isEqualTo(TRUE);
        assertThat(truth(negativeList)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_narrowed_choice_may_already_decide() {
        Criterion small = Comparison.of("enterpriseSize", IN, List.of("小型", "微型"));
        Criterion medium = Comparison.of("enterpriseSize", IN, List.of("中型"));

        assertThat(truth(small, "industryCode", "C3484", "employees", 280)).isEqualTo(TRUE);
        assertThat(truth(medium, "industryCode", "C3484", "employees", 280)).isEqualTo(FALSE);
        assertThat(truth(small, "industryCode", "C3484", "employees", 400)).isEqualTo(UNKNOWN);
        assertThat(truth(small, "industryCode", "C3484")).isEqualTo(UNKNOWN);
    }

    @Test
    void qualifications_are_recognised_whatever_quotation_marks_they_carry() {
        Criterion giant = Comparison.of("quals", CONTAINS, "专精特新“小巨人”企业");

        assertThat(truth(giant, "quals", List.of("专精特新“小巨人”企业"))).isEqualTo(TRUE);
        assertThat(truth(giant, "quals", List.of("专精特新\"小巨人\"企业"))).isEqualTo(TRUE);
        assertThat(truth(giant, "quals", List.of("专精特新中小企业"))).isEqualTo(FALSE);
        assertThat(truth(giant, "quals", List.of())).isEqualTo(FALSE);
        assertThat(truth(giant)).isEqualTo(UNKNOWN);
    }

    @Test
    void one_of_several_qualifications_is_enough() {
        Criterion any = Comparison.of("quals", CONTAINS_ANY, List.of("高新技术企业", "科技型中小企业"));

        assertThat(truth(any, "quals", List.of("绿色工厂", "科技型中小企业"))).isEqualTo(TRUE);
        assertThat(truth(any, "quals", List.of("绿色工厂"))).isEqualTo(FALSE);
    }

    @Test
    void a_choice_outside_the_list_is_known_to_be_none_of_them() {
        assertThat(truth(Comparison.of("industryTag", IN, List.of("集成电路")), "industryTag", "人工智能"))
                .isEqualTo(FALSE);
        assertThat(truth(Comparison.of("vatType", NOT_EQUAL, "一般纳税人"), "vatType", "小规模纳税人"))
                .isEqualTo(TRUE);
    }

    @Test
    void one_failing_part_decides_a_conjunction_whatever_is_unknown() {
        assertThat(truth(AllOf.of(YES, OPEN, NO), "ownBrand", true)).isEqualTo(FALSE);
        assertThat(truth(AllOf.of(YES, OPEN), "ownBrand", true)).isEqualTo(UNKNOWN);
        assertThat(truth(AllOf.of(YES, YES), "ownBrand", true)).isEqualTo(TRUE);
    }

    @Test
    void one_met_part_decides_an_alternative_whatever_is_unknown() {
        assertThat(truth(AnyOf.of(NO, OPEN, YES), "ownBrand", true)).isEqualTo(TRUE);
        assertThat(truth(AnyOf.of(NO, OPEN), "ownBrand", true)).isEqualTo(UNKNOWN);
        assertThat(truth(AnyOf.of(NO, NO), "ownBrand", true)).isEqualTo(FALSE);
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                Arguments.of(1, List.of(YES, NO, OPEN), TRUE),
                Arguments.of(2, List.of(YES, NO, OPEN), UNKNOWN),
                Arguments.of(3, List.of(YES, NO, OPEN), FALSE),
                Arguments.of(2, List.of(YES, YES, OPEN), TRUE),
                Arguments.of(2, List.of(NO, NO, OPEN), FALSE),
                Arguments.of(2, List.of(OPEN, OPEN, NO), UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void at_least_n_is_decided_as_soon_as_the_unknown_cannot_change_it(
            int count, List<Criterion> parts, Truth expected) {
        assertThat(truth(new AtLeast(null, null, count, parts), "ownBrand", true))
                .isEqualTo(expected);
    }

    @Test
    void tiers_that_cover_every_case_hold_even_while_it_is_unknown_which() {
        Criterion tiers = new AnyOf(
                null,
                null,
                true,
                List.of(
                        Comparison.of("employees", AT_MOST, 30),
                        Comparison.of("disabledRatio", AT_LEAST, 1),
                        Comparison.of("disabledRatio", LESS_THAN, 1)));

        assertThat(truth(tiers)).isEqualTo(TRUE);
        assertThat(truth(tiers, "employees", 280)).isEqualTo(TRUE);
        assertThat(truth(tiers, "employees", 280, "disabledCount", 0)).isEqualTo(TRUE);
        assertThat(evaluate(tiers).degree(0)).isEqualTo(100);
    }

    private static Banded byRevenue() {
        return new Banded(
                null,
                null,
                "revenueY1",
                List.of(
                        band(null, false, "5000", true, 5),
                        band("5000", false, "20000", true, 4),
                        band("20000", false, null, false, 3)));
    }

    private static Band band(String from, boolean fromIncluded, String to, boolean toIncluded, int ratio) {
        return new Band(
                from + "~" + to,
                from == null ? null : new BigDecimal(from),
                fromIncluded,
                to == null ? null : new BigDecimal(to),
                toIncluded,
                null,
                Comparison.of("rdStaffRatio", AT_LEAST, ratio));
    }

    @ParameterizedTest
    @CsvSource({
        "5000,5,TRUE", "5000,4.9,FALSE",
        "5000.01,4,TRUE", "5000.01,3.9,FALSE",
        "20000,4,TRUE", "20000,3.9,FALSE",
        "20000.01,3,TRUE", "20000.01,2.9,FALSE",
        "0,5,TRUE", "0,4,FALSE",
    })
    void the_band_is_chosen_with_its_ends_as_written(double revenue, double ratio, Truth expected) {
        assertThat(truth(byRevenue(), "revenue", years(revenue), "rdStaff", ratio * 10, "employees", 1000))
                .isEqualTo(expected);
    }

    @Test
    void while_the_choosing_fact_is_unknown_only_agreement_of_all_bands_decides() {
        assertThat(truth(byRevenue(), "rdStaff", 50, "employees", 1000)).isEqualTo(TRUE);
        assertThat(truth(byRevenue(), "rdStaff", 29, "employees", 1000)).isEqualTo(FALSE);
        assertThat(truth(byRevenue(), "rdStaff", 40, "employees", 1000)).isEqualTo(UNKNOWN);
        assertThat(truth(byRevenue())).isEqualTo(UNKNOWN);
    }

    @Test
    void outside_all_bands_nothing_is_met_and_with_a_gap_the_unknown_may_lie_outside() {
        Banded gap = new Banded(null, null, "revenueY1", List.of(band("100", true, "200", true, 5)));

        assertThat(truth(gap, "revenue", years(300.0), "rdStaff", 50, "employees", 1000))
                .isEqualTo(FALSE);
        assertThat(truth(gap, "rdStaff", 50, "employees", 1000)).isEqualTo(UNKNOWN);
        assertThat(truth(gap, "rdStaff", 1, "employees", 1000)).isEqualTo(FALSE);
    }

    @Test
    void where_no_band_applies_nothing_is_asked_that_could_be_done() {
        Banded large = new Banded(
                null,
                null,
                "employees",
                List.of(new Band(
                        "30人以上",
                        BigDecimal.valueOf(30),
                        true,
                        null,
                        false,
                        null,
                        Comparison.of("rdStaff", AT_LEAST, 10))));

        assertThat(evaluate(large, "employees", 20, "rdStaff", 1).outcome(0)).isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(evaluate(large, "employees", 40, "rdStaff", 1).outcome(0)).isEqualTo(MatchOutcome.NEARLY);
    }

    @Test
    void bands_may_be_chosen_by_size() {
        Banded bySize = new Banded(
                null,
                null,
                "enterpriseSize",
                List.of(
                        new Band(
                                "大型", null, false, null, false, List.of("大型"), Comparison.of("layoffRate", AT_MOST, 3)),
                        new Band(
                                "中小微",
                                null,
                                false,
                                null,
                                false,
                                List.of("中型", "小型", "微型"),
                                Comparison.of("layoffRate", AT_MOST, 5))));

        assertThat(truth(bySize, "industryCode", "M7310", "employees", 300, "layoffRate", 4))
                .isEqualTo(FALSE);
        assertThat(truth(bySize, "industryCode", "M7310", "employees", 299, "layoffRate", 4))
                .isEqualTo(TRUE);
        assertThat(truth(bySize, "industryCode", "C3484", "employees", 299, "layoffRate", 4))
                .isEqualTo(TRUE);
        assertThat(truth(bySize, "layoffRate", 4)).isEqualTo(UNKNOWN);
        assertThat(truth(bySize, "layoffRate", 2)).isEqualTo(TRUE);
    }

    private static Score table(int pass, boolean strict, String minimum) {
        return new Score(
                null,
                null,
                BigDecimal.valueOf(pass),
                strict,
                List.of(
                        new Score.Group(
                                "创新",
                                minimum == null ? null : new BigDecimal(minimum),
                                List.of(new Score.Item(
                                        "知识产权",
                                        List.of(
                                                new Score.Tier(
                                                        BigDecimal.valueOf(20), Comparison.of("class1Ip", AT_LEAST, 1)),
                                                new Score.Tier(
                                                        BigDecimal.valueOf(5), Comparison.of("class2Ip", AT_LEAST, 1))),
                                        BigDecimal.ZERO,
                                        null))),
                        new Score.Group(
                                "财务",
                                null,
                                List.of(new Score.Item(
                                        "负债率",
                                        List.of(
                                                new Score.Tier(BigDecimal.TEN, Comparison.of("debtRatio", AT_MOST, 55)),
                                                new Score.Tier(
                                                        BigDecimal.valueOf(5),
                                                        Comparison.of("debtRatio", AT_MOST, 75))),
                                        BigDecimal.ZERO,
                                        null)))));
    }

    @Test
    void a_score_over_unknown_items_is_unknown_only_while_the_pass_mark_lies_inside_the_interval() {
        assertThat(truth(table(10, false, null), "class1Ip", 1)).isEqualTo(TRUE);
        assertThat(truth(table(25, false, null), "class1Ip", 1)).isEqualTo(UNKNOWN);
        assertThat(truth(table(20, false, null), "class1Ip", 0, "class2Ip", 3)).isEqualTo(FALSE);
        assertThat(truth(table(15, false, null), "class1Ip", 0, "class2Ip", 3)).isEqualTo(UNKNOWN);
    }

    @Test
    void the_first_tier_that_is_met_gives_the_points_and_an_unknown_better_one_leaves_it_open() {
        Evaluation known =
                evaluate(table(1, false, null), "class1Ip", 0, "class2Ip", 1, "liabilities", 60, "totalAssets", 100);
        Evaluation open = evaluate(table(6, false, null), "class2Ip", 1, "liabilities", 100, "totalAssets", 100);

        assertThat(score(known)).isEqualTo("10～10");
        assertThat(score(open)).isEqualTo("5～20");
        assertThat(open.criteria(0)).isEqualTo(UNKNOWN);
    }

    private static String score(Evaluation evaluation) {
        var range = new Explainer(evaluation).conditions(0).getFirst().score();
        return range == null ? "" : Figures.grouped(range.low()) + "～" + Figures.grouped(range.high());
    }

    @Test
    void a_strict_pass_mark_is_not_reached_by_itself() {
        Object[] thirty = {"class1Ip", 1, "liabilities", 55, "totalAssets", 100};

        assertThat(truth(table(30, false, null), thirty)).isEqualTo(TRUE);
        assertThat(truth(table(30, true, null), thirty)).isEqualTo(FALSE);
        assertThat(truth(table(29, true, null), thirty)).isEqualTo(TRUE);
        assertThat(truth(table(30, true, null), "class1Ip", 1)).isEqualTo(FALSE);
    }

    @Test
    void a_group_below_its_minimum_fails_the_score_whatever_the_sum() {
        assertThat(truth(table(10, false, "10"), "class1Ip", 0, "class2Ip", 1, "liabilities", 10, "totalAssets", 100))
                .isEqualTo(FALSE);
        assertThat(truth(table(10, false, "5"), "class1Ip", 0, "class2Ip", 1, "liabilities", 10, "totalAssets", 100))
                .isEqualTo(TRUE);
        assertThat(truth(table(5, false, "10"), "class2Ip", 1, "liabilities", 10, "totalAssets", 100))
                .isEqualTo(UNKNOWN);
    }

    /** 知识产权 gives 20 or 5, 负债率 10 or 5. */
    @Test
    void a_score_is_nearly_reached_when_one_item_is_enough_and_never_without_any_points() {
        Object[] nothing = {"class1Ip", 0, "class2Ip", 0, "liabilities", 90, "totalAssets", 100};
        Object[] some = {"class1Ip", 0, "class2Ip", 0, "liabilities", 50, "totalAssets", 100};

        assertThat(evaluate(table(30, false, null), nothing).outcome(0)).isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(evaluate(table(30, false, null), some).outcome(0)).isEqualTo(MatchOutcome.NEARLY);
        assertThat(evaluate(table(30, true, null), some).outcome(0))
                .as("the pass mark itself is not enough")
                .isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(evaluate(table(20, false, null), nothing).outcome(0))
                .as("one item gives all that is asked for")
                .isEqualTo(MatchOutcome.NEARLY);
        assertThat(evaluate(table(10, false, "5"), some).outcome(0))
                .as("enough in all, and one item short of the minimum of a group")
                .isEqualTo(MatchOutcome.NEARLY);
    }

    @Test
    void of_bands_only_what_is_asked_for_by_the_one_that_applies_can_be_nearly_reached() {
        Criterion canBeDone = Comparison.of("rdStaff", AT_LEAST, 10);
        Criterion cannot = Comparison.of("employees", AT_MOST, 5);
        Criterion bySize = new Banded(
                null,
                null,
                "employees",
                List.of(
                        new Band("小", null, false, new BigDecimal("30"), true, null, canBeDone),
                        new Band("大", new BigDecimal("30"), false, null, false, null, cannot)));

        assertThat(evaluate(bySize, "employees", 20, "rdStaff", 3).outcome(0)).isEqualTo(MatchOutcome.NEARLY);
        assertThat(evaluate(bySize, "employees", 40, "rdStaff", 3).outcome(0)).isEqualTo(MatchOutcome.INELIGIBLE);
    }

    @Test
    void unverified_figures_promise_nothing_and_refuse_nothing() {
        assertThat(truth(OPEN)).isEqualTo(UNKNOWN);
    }

    @Test
    void equal_comparisons_of_different_rules_are_evaluated_once() {
        RuleBook book = RuleBook.of(List.of(
                rule("A", AllOf.of(YES, Comparison.of("employees", AT_MOST, 300)), Validity.OPEN),
                rule("B", AllOf.of(YES, Comparison.of("employees", AT_MOST, 300)), Validity.OPEN),
                rule("C", AnyOf.of(YES, Comparison.of("employees", AT_MOST, 300)), Validity.OPEN)));

        assertThat(book.comparisonCount()).isEqualTo(2);
        assertThat(book.conditions().nodeCount()).isEqualTo(4);
    }

    @Test
    void a_scratch_evaluation_forgets_the_enterprise_before() {
        RuleBook book = RuleBook.of(List.of(rule(AllOf.of(YES, Comparison.of("employees", AT_MOST, 300)))));
        Evaluation scratch = book.scratch();

        scratch.run(vector("ownBrand", true, "employees", 3));
        assertThat(scratch.criteria(0)).isEqualTo(TRUE);
        scratch.run(vector("employees", 301));
        assertThat(scratch.criteria(0)).isEqualTo(FALSE);
        scratch.run(vector());
        assertThat(scratch.criteria(0)).isEqualTo(UNKNOWN);
        assertThatThrownBy(() -> book.scratch().vector()).isInstanceOf(IllegalStateException.class);
    }

    static Stream<Criterion> impossible() {
        return Stream.of(
                Comparison.of("noSuchFact", AT_LEAST, 1),
                Comparison.of("employees", CONTAINS, "高新技术企业"),
                Comparison.of("employees", IN, List.of("a")),
                Comparison.of("quals", AT_LEAST, 3),
                Comparison.of("vatType", EQUAL, true),
                Comparison.of("ownBrand", AT_LEAST, 1),
                Comparison.of("employees", AT_LEAST, "many"),
                Comparison.of("established", AT_LEAST, "someday"),
                Comparison.of("employees", BETWEEN, 5),
                Comparison.of("revenue", AT_LEAST, 5),
                new Comparison(
                        null, "employees", AT_LEAST, cn.zhengqi.matching.api.criteria.Value.of(5), "万元", null, null),
                new Banded(null, null, "vatType", List.of(band("1", true, "2", true, 5))));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void a_rule_that_compares_what_cannot_be_compared_is_refused_by_name(Criterion criterion) {
        assertThatThrownBy(() -> RuleBook.of(List.of(rule(criterion))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X01");
    }

    @Test
    void the_same_edition_twice_is_refused() {
        assertThatThrownBy(() -> RuleBook.of(List.of(rule(YES), rule(NO))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rule_counts_only_while_it_is_in_force() {
        Validity past = new Validity(null, LocalDate.of(2026, 3, 14), true, null, null);
        Validity replaced = new Validity(null, LocalDate.of(2026, 3, 14), true, "N06", null);
        Validity future = new Validity(LocalDate.of(2026, 3, 16), null, true, null, null);
        Validity doubtful = new Validity(null, LocalDate.of(2026, 3, 14), false, null, "未核对");
        RuleBook book = RuleBook.of(List.of(
                rule("past", YES, past),
                rule("replaced", YES, replaced),
                rule("future", YES, future),
                rule("futureOpen", OPEN, future),
                rule("doubtful", YES, doubtful)));
        Evaluation evaluation = book.evaluate(vector("ownBrand", true));

        assertThat(evaluation.verdict(0)).isEqualTo(FALSE);
        assertThat(evaluation.outcome(0)).isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(evaluation.status(1)).isEqualTo(Validity.Status.SUPERSEDED);
        assertThat(evaluation.verdict(1)).isEqualTo(FALSE);
        assertThat(evaluation.verdict(2)).isEqualTo(FALSE);
        assertThat(evaluation.outcome(2)).isEqualTo(MatchOutcome.NEARLY);
        assertThat(evaluation.verdict(3)).isEqualTo(FALSE);
        assertThat(evaluation.outcome(3)).isEqualTo(MatchOutcome.UNKNOWN);
        assertThat(evaluation.onceBegun(2)).as("by the day alone").isEqualTo(MatchOutcome.ELIGIBLE);
        assertThat(evaluation.onceBegun(3)).isEqualTo(MatchOutcome.UNKNOWN);
        assertThat(evaluation.onceBegun(0)).as("it has ended").isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(evaluation.verdict(4)).isEqualTo(TRUE);
        assertThat(evaluation.status(4)).isEqualTo(Validity.Status.END_UNVERIFIED);
    }

    @Test
    void the_degree_is_the_share_of_conditions_met_and_never_full_unless_all_are() {
        Criterion four = AllOf.of(
                YES,
                Comparison.of("employees", AT_MOST, 300),
                AllOf.of(Comparison.of("totalAssets", AT_MOST, 5000)),
                AnyOf.of(NO, Comparison.of("innovationScore", MORE_THAN, 70)));

        assertThat(evaluate(four, "ownBrand", true, "employees", 3, "totalAssets", 9000)
                        .degree(0))
                .isEqualTo(50);
        assertThat(evaluate(four, "ownBrand", true, "employees", 3, "totalAssets", 1, "innovationScore", 71)
                        .degree(0))
                .isEqualTo(100);
        assertThat(evaluate(four).degree(0)).isZero();
    }

    @Test
    void an_alternative_counts_by_its_best_part_and_a_band_by_the_one_that_applies() {
        Criterion best =
                AllOf.of(AnyOf.of(AllOf.of(NO, NO), AllOf.of(YES, NO, Comparison.of("employees", AT_LEAST, 1), NO)));

        assertThat(evaluate(best, "ownBrand", true, "employees", 5).degree(0)).isEqualTo(50);
        assertThat(evaluate(byRevenue(), "revenue", years(100.0), "rdStaff", 40, "employees", 1000)
                        .degree(0))
                .isZero();
        assertThat(evaluate(byRevenue(), "rdStaff", 40, "employees", 1000).degree(0))
                .isZero();
    }

    @Test
    void completeness_is_the_share_of_the_facts_that_are_known() {
        Criterion three = AllOf.of(
                YES,
                Comparison.of("employees", AT_MOST, 300),
                AnyOf.of(Comparison.of("employees", AT_LEAST, 3), Comparison.of("rdStaffRatio", AT_LEAST, 10)));

        assertThat(evaluate(three).completeness(0)).isZero();
        assertThat(evaluate(three, "employees", 10).completeness(0)).isEqualTo(33);
        assertThat(evaluate(three, "employees", 10, "rdStaff", 1, "ownBrand", false)
                        .completeness(0))
                .isEqualTo(100);
        assertThat(evaluate(OPEN).completeness(0)).isEqualTo(100);
    }

    @Test
    void a_fact_of_which_enough_is_known_to_decide_counts_as_known() {
        Criterion one = Comparison.of("ipCount", AT_LEAST, 1);
        Criterion twenty = Comparison.of("ipCount", AT_LEAST, 20);

        assertThat(evaluate(one, "coreIp", 9).outcome(0)).isEqualTo(MatchOutcome.ELIGIBLE);
        assertThat(evaluate(one, "coreIp", 9).completeness(0)).isEqualTo(100);
        assertThat(evaluate(one).completeness(0)).isZero();
        assertThat(evaluate(twenty, "coreIp", 9).completeness(0)).isZero();
        assertThat(evaluate(AnyOf.of(one, twenty), "coreIp", 9).completeness(0)).isZero();
    }

    @Test
    void nearly_is_one_failing_condition_that_the_enterprise_can_close_and_nothing_open() {
        Criterion rule = AllOf.of(
                Comparison.of("rdStaffRatio", AT_LEAST, 10),
                Comparison.of("debtRatio", AT_MOST, 70),
                Comparison.of("entityType", EQUAL, "企业"));

        assertThat(evaluate(rule, "rdStaff", 1, "employees", 20, "liabilities", 1, "totalAssets", 2, "entityType", "企业")
                        .outcome(0))
                .isEqualTo(MatchOutcome.NEARLY);
        assertThat(evaluate(
                                rule,
                                "rdStaff",
                                1,
                                "employees",
                                20,
                                "liabilities",
                                9,
                                "totalAssets",
                                10,
                                "entityType",
                                "企业")
                        .outcome(0))
                .as("two fail")
                .isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(evaluate(
                                rule,
                                "rdStaff",
                                10,
                                "employees",
                                20,
                                "liabilities",
                                1,
                                "totalAssets",
                                2,
                                "entityType",
                                "个体工商户")
                        .outcome(0))
                .as("cannot be changed")
                .isEqualTo(MatchOutcome.INELIGIBLE);
        assertThat(evaluate(rule, "rdStaff", 1, "employees", 20, "entityType", "企业")
                        .outcome(0))
                .as("something else is open")
                .isEqualTo(MatchOutcome.INELIGIBLE);
    }

    @Test
    void nobody_is_told_to_shrink() {
        assertThat(evaluate(Comparison.of("employees", AT_MOST, 300), "employees", 301)
                        .outcome(0))
                .isEqualTo(MatchOutcome.INELIGIBLE);
    }
}
