package cn.zhengqi.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom facts decide that are for the enterprises alone, while others write the conditions, and what may be told of their counts. */
class OwnersShareTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Criterion EARNING = earning(100);
    private static final Criterion GREAT = Comparison.of("employees", Operator.AT_LEAST, 1_000);

    /** Of whom it singles out: nobody else has as many. */
    private static final Criterion THE_ONE = Comparison.of("employees", Operator.EQUAL, 777);

    private static final OwnersCounts.Figure MEETING = (published, outcome) -> outcome == Truth.TRUE;
    private static final OwnersCounts.Figure GAINING =
            (published, outcome) -> outcome == Truth.TRUE && published != Truth.TRUE;
    private static final OwnersCounts.Figure LOSING =
            (published, outcome) -> outcome == Truth.FALSE && published == Truth.TRUE;
    private static final OwnersCounts.Figure OPEN = (published, outcome) -> outcome == Truth.UNKNOWN;

    @Test
    void what_others_may_read_is_counted_to_the_last() {
        OwnersCounts counts = counts(GREAT, List.of(staff(2_000), staff(3)));

        assertThat(counts.enterprises()).isZero();
        assertThat(counts.told(1, MEETING)).isEqualTo(1);
        assertThat(counts.told(0, MEETING)).isZero();
    }

    @Test
    void while_nobody_has_said_such_a_figure_nothing_of_it_can_be_told() {
        assertThat(counts(EARNING, List.of(staff(5))).told(1, OPEN)).isEqualTo(1);
    }

    @Test
    void of_very_few_nothing_is_told_though_many_others_are_counted_with_them() {
        OwnersCounts counts =
                counts(AnyOf.of(GREAT, EARNING), List.of(of(2_000, 5), of(3_000, 5), of(4_000, 5), of(20, 120)));

        assertThat(counts.ofVeryFew()).isTrue();
        assertThat(counts.told(4, MEETING)).isNull();
    }

    @Test
    void of_whom_the_other_conditions_rule_out_no_figure_is_asked() {
        assertThat(counts(AllOf.of(GREAT, EARNING), List.of(of(2, 120), of(3, 120), of(4, 120), of(2_000, 120)))
                        .ofVeryFew())
                .isTrue();
    }

    @Test
    void a_second_comparison_that_is_true_of_all_hides_nobody_of_whom_the_first_is_asked() {
        Criterion tree = AnyOf.of(
                AllOf.of(THE_ONE, EARNING),
                AllOf.of(Comparison.of("employees", Operator.LESS_THAN, 100), earning(-100_000_000)));

        OwnersCounts counts = counts(tree, with(List.of(of(777, 150)), many(9, 20, 50)));

        assertThat(counts.ofVeryFew()).isTrue();
        assertThat(counts.told(10, MEETING)).isNull();
    }

    @Test
    void nor_does_one_that_is_true_of_nobody_and_lets_the_first_seem_to_be_asked_of_many() {
        Criterion never = earning(100_000_000);
        Criterion tree = AnyOf.of(GREAT, AllOf.of(AnyOf.of(THE_ONE, never), EARNING));

        OwnersCounts counts =
                counts(tree, with(List.of(of(777, 150)), many(5, 20, 150), many(5, 20, 50), many(4, 2_000, 5)));

        assertThat(counts.ofVeryFew()).as("each is asked of eleven").isFalse();
        assertThat(counts.told(5, MEETING)).isNull();
    }

    @Test
    void whom_the_rest_decides_or_other_figures_surely_do_hides_nobody_either() {
        Criterion few = Comparison.of("employees", Operator.LESS_THAN, 10);
        Criterion tree = AnyOf.of(GREAT, AllOf.of(few, EARNING));
        List<Map<String, Object>> two = with(many(2, 5, 150), many(4, 6, 50), many(20, 2_000, 0));
        assertThat(counts(tree, two).told(22, MEETING))
                .as("twenty that anybody may count, and two of six")
                .isNull();

        Criterion decoys = AnyOf.of(
                AllOf.of(few, EARNING),
                AllOf.of(Comparison.of("employees", Operator.EQUAL, 30), earning(-100_000_000)),
                AllOf.of(Comparison.of("employees", Operator.EQUAL, 40), earning(100_000_000)));
        assertThat(counts(decoys, with(many(2, 5, 150), many(4, 6, 50), many(9, 30, 1), many(9, 40, 1)))
                        .told(11, MEETING))
                .as("nine that surely meet it and nine that surely do not, and two of six")
                .isNull();
    }

    @Test
    void a_count_is_told_where_three_are_in_it_and_three_are_not() {
        assertThat(counts(EARNING, with(many(3, 1, 120), many(3, 2, 50))).told(3, MEETING))
                .isEqualTo(3);
        assertThat(counts(EARNING, with(many(3, 1, 120), many(2, 2, 50))).told(3, MEETING))
                .as("by how many there are it follows that two fail")
                .isNull();
        assertThat(counts(EARNING, many(6, 1, 120)).told(6, MEETING))
                .as("that it is all of them tells of each")
                .isNull();
        assertThat(counts(EARNING, with(many(2, 1, 120), many(6, 2, 50))).told(2, MEETING))
                .isNull();
    }

    @Test
    void enterprises_are_alike_by_what_is_asked_of_them_and_not_by_where_it_stands() {
        Criterion tree = AtLeast.of(
                2,
                EARNING,
                Comparison.of("employees", Operator.LESS_THAN, 100),
                Comparison.of("rdStaff", Operator.AT_LEAST, 10));
        List<Map<String, Object>> some = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            some.add(Map.of(
                    "employees", i % 2 == 0 ? 20 : 200, "rdStaff", i % 2 == 0 ? 1 : 30, "taxableIncome", 98 + i));
        }
        OwnersCounts counts = counts(tree, some);

        assertThat(counts.told(4, MEETING)).as("four and two").isNull();
        assertThat(counts(tree, with(some, some)).told(8, MEETING)).isEqualTo(8);
    }

    @Test
    void whom_it_leaves_open_in_any_case_makes_no_difference_to_who_meets_it() {
        Criterion tree = AllOf.of(Comparison.of("rdStaff", Operator.AT_LEAST, 10), EARNING);
        List<Map<String, Object>> some = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            some.add(Map.of("rdStaff", 30, "taxableIncome", 96 + i));
        }
        some.add(Map.of("taxableIncome", 120));
        some.add(Map.of("taxableIncome", 130));

        OwnersCounts counts = counts(tree, some);

        assertThat(counts.told(4, MEETING)).isEqualTo(4);
        assertThat(counts.told(2, OPEN)).as("or they fail, which is theirs").isNull();
    }

    @Test
    void who_is_counted_elsewhere_by_what_is_published_is_not_alike() {
        OwnersShare share = new OwnersShare(FactDictionary.standard(), EARNING, null);
        OwnersCounts counts = new OwnersCounts();
        for (int i = 0; i < 8; i++) {
            counts.add(share.of(of(1, 96 + i), DAY, Truth.UNKNOWN));
        }
        counts.add(share.of(of(1, 120), DAY, Truth.TRUE));

        assertThat(counts.tells((published, outcome) -> published == Truth.TRUE && outcome == Truth.TRUE))
                .isFalse();
        assertThat(counts.tells((published, outcome) -> published == Truth.UNKNOWN && outcome == Truth.TRUE))
                .isTrue();
    }

    @Test
    void what_is_computed_from_such_a_figure_is_one() {
        Criterion small = Comparison.of("smallLowProfit", Operator.EQUAL, true);
        Map<String, Object> told =
                Map.of("entityType", "企业", "restrictedIndustry", false, "employees", 20, "totalAssets", 100);
        assertThat(counts(small, List.of(and(told, 120))).ofVeryFew()).isTrue();

        List<Map<String, Object>> some = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> some.add(and(told, i % 2 == 0 ? 120 : 400)));
        // Without their assets they fail or stay open, whatever they earn.
        Map<String, Object> open = Map.of("entityType", "企业", "restrictedIndustry", false, "employees", 20);
        some.add(and(open, 120));
        some.add(and(open, 400));
        assertThat(counts(small, some).told(3, MEETING)).isEqualTo(3);
        assertThat(counts(small, some).told(1, OPEN)).isNull();
    }

    @Test
    void a_part_is_not_told_that_the_whole_less_the_others_would_tell() {
        OwnersCounts few = counts(EARNING, with(many(1, 1, 120), many(3, 1, 5)));
        OwnersCounts many = counts(EARNING, with(many(4, 1, 120), many(4, 1, 5)));
        OwnersCounts most = counts(EARNING, with(many(9, 1, 120), many(9, 1, 5)));
        OwnersCounts others = counts(GREAT, many(1, 2_000, 5));

        assertThat(OwnersCounts.untold(Map.of("甲", few, "乙", many, "丙", most, "丁", others), MEETING))
                .containsExactlyInAnyOrder("甲", "乙");
        assertThat(OwnersCounts.untold(Map.of("乙", many, "丙", most, "丁", others), MEETING))
                .isEmpty();
        OwnersCounts two = counts(EARNING, with(many(2, 1, 120), many(2, 1, 5)));
        assertThat(OwnersCounts.untold(Map.of("甲", few, "戊", two, "丙", most), MEETING))
                .as("three of eight together")
                .containsExactlyInAnyOrder("甲", "戊");
    }

    @Test
    void what_follows_from_published_conditions_is_nothing_to_hide_when_a_draft_asks_the_same() {
        List<Map<String, Object>> some = with(
                many(1, 200, 20),
                many(4, 50, 20),
                many(1, 50, 400),
                many(1, 200, 400),
                List.of(Map.of("taxableIncome", 20)));
        OwnersCounts counts = revising(smallProfit(300, 300), smallProfit(300, 100), some);

        assertThat(counts.ofVeryFew()).isFalse();
        assertThat(counts.told(1, LOSING)).as("by its staff, which may be read").isEqualTo(1);
        assertThat(counts.told(0, GAINING)).isZero();
        assertThat(counts.told(4, MEETING)).isEqualTo(4);
        assertThat(counts.told(1, OPEN)).isEqualTo(1);
    }

    @Test
    void a_limit_that_is_moved_leaves_open_only_those_on_the_side_to_which_it_is_moved() {
        List<Map<String, Object>> some =
                with(many(40, 50, 20), many(3, 50, 250), many(3, 50, 400), many(3, 50, 900), many(1, 400, 20));

        OwnersCounts wider = revising(smallProfit(300, 300), smallProfit(500, 300), some);
        assertThat(wider.told(3, GAINING)).isEqualTo(3);
        assertThat(wider.told(0, LOSING)).isZero();
        assertThat(wider.told(46, MEETING)).isEqualTo(46);

        OwnersCounts narrower = revising(smallProfit(300, 300), smallProfit(200, 300), some);
        assertThat(narrower.told(0, GAINING)).isZero();
        assertThat(narrower.told(3, LOSING)).isEqualTo(3);
        assertThat(narrower.told(40, MEETING)).isEqualTo(40);

        assertThat(revising(smallProfit(300, 300), smallProfit(500, 300), with(some, many(1, 50, 20)))
                        .told(47, MEETING))
                .isEqualTo(47);
        assertThat(revising(smallProfit(300, 300), smallProfit(800, 300), with(many(40, 50, 20), many(1, 50, 400)))
                        .told(1, GAINING))
                .as("one alone is beyond what is published")
                .isNull();
    }

    @Test
    void
            where_published_conditions_leave_the_figure_open_it_is_hidden_as_before_and_none_of_whom_it_is_known_hides_it() {
        // Of 400 staff it does not follow what they earn: the draft would tell it.
        List<Map<String, Object>> some = with(many(9, 50, 20), many(9, 50, 400), many(1, 400, 20));
        OwnersCounts counts = revising(smallProfit(300, 300), smallProfit(300, 500), some);

        assertThat(counts.ofVeryFew()).isTrue();
        assertThat(counts.told(10, MEETING)).isNull();
        assertThat(revising(
                                smallProfit(300, 300),
                                smallProfit(300, 500),
                                with(some, many(2, 400, 20), many(2, 400, 900)))
                        .told(12, MEETING))
                .as("three and two of them")
                .isNull();
        assertThat(revising(
                                AnyOf.of(GREAT, EARNING, Comparison.of("rdStaff", Operator.AT_LEAST, 10)),
                                EARNING,
                                List.of(Map.of("taxableIncome", 200, "rdStaff", 20, "employees", 5)))
                        .ofVeryFew())
                .as("it qualifies by its research")
                .isTrue();
    }

    @Test
    void what_is_yes_or_no_follows_as_well_and_so_does_what_a_choice_or_a_number_of_parts_leaves() {
        Criterion audited = Comparison.of("auditTaxCollection", Operator.EQUAL, true);
        List<Map<String, Object>> all = List.of(Map.of("auditTaxCollection", true, "employees", 5));
        assertThat(revising(audited, AllOf.of(audited, Comparison.of("employees", Operator.AT_LEAST, 9)), all)
                        .enterprises())
                .isZero();
        assertThat(revising(audited, Comparison.of("auditTaxCollection", Operator.NOT_EQUAL, true), all)
                        .enterprises())
                .isZero();
        assertThat(revising(
                                AnyOf.of(GREAT, audited),
                                AtLeast.of(2, audited, GREAT, Comparison.of("employees", Operator.AT_LEAST, 2)),
                                all)
                        .enterprises())
                .isZero();
        assertThat(revising(audited, EARNING, List.of(Map.of("auditTaxCollection", true, "taxableIncome", 5)))
                        .enterprises())
                .isOne();
    }

    @Test
    void limits_that_may_be_tried_have_one_digit_or_are_in_force() {
        OwnersLimits limits = new OwnersLimits(FactDictionary.standard());

        assertThat(limits.refusal(earning(300), null)).isEmpty();
        assertThat(limits.refusal(earning(-20_000), null)).isEmpty();
        assertThat(limits.refusal(earning(0), null)).isEmpty();
        assertThat(limits.refusal(earning(612), null)).hasValue("年度应纳税所得额只对企业本人可见，试算家数时限值只用一位有效数字（如 300、2000），或与现行版相同");
        assertThat(limits.refusal(AnyOf.of(GREAT, AllOf.of(GREAT, earning(612))), EARNING))
                .isPresent();
        assertThat(limits.refusal(earning(612), AllOf.of(GREAT, earning(612)))).isEmpty();
        assertThat(limits.refusal(Comparison.of("employees", Operator.AT_LEAST, 612), null))
                .isEmpty();
        assertThat(limits.refusal(Comparison.of("taxableIncome", Operator.BETWEEN, Value.of(List.of(300, 612))), null))
                .isPresent();
    }

    @Test
    void
            a_choice_of_which_it_is_said_that_one_part_holds_is_not_counted_by_for_it_decides_before_the_figure_is_known() {
        OwnersLimits limits = new OwnersLimits(FactDictionary.standard());

        assertThat(limits.refusal(AllOf.of(GREAT, new AnyOf(null, null, true, List.of(earning(300)))), null))
                .isPresent();
        assertThat(limits.refusal(AllOf.of(earning(300), new AnyOf(null, null, true, List.of(GREAT))), null))
                .isEmpty();
    }

    @Test
    void what_asks_something_else_of_nearly_each_enterprise_is_not_counted_by_and_takes_up_no_memory() {
        OwnersCounts counts = new OwnersCounts();
        for (int i = 0; i < OwnersCounts.MOST_GROUPS + 1; i++) {
            for (Truth outcome : List.of(Truth.TRUE, Truth.TRUE, Truth.TRUE, Truth.FALSE, Truth.FALSE, Truth.FALSE)) {
                counts.add(new OwnersShare.Decided(
                        new OwnersShare.Alike(null, "c" + i, Set.of(Truth.TRUE, Truth.FALSE)), Set.of(1), outcome));
            }
        }
        assertThat(counts.ofVeryFew()).isTrue();
        assertThat(counts.tells(MEETING)).isFalse();
        OwnersCounts whole = new OwnersCounts();
        whole.add(counts);
        assertThat(whole.ofVeryFew()).isTrue();
    }

    private static Criterion smallProfit(int income, int employees) {
        return AllOf.of(
                Comparison.of("taxableIncome", Operator.AT_MOST, income),
                Comparison.of("employees", Operator.AT_MOST, employees));
    }

    private static Criterion earning(int least) {
        return Comparison.of("taxableIncome", Operator.AT_LEAST, least);
    }

    private static Map<String, Object> staff(int employees) {
        return Map.of("employees", employees);
    }

    private static Map<String, Object> of(int employees, int income) {
        return Map.of("employees", employees, "taxableIncome", income);
    }

    private static Map<String, Object> and(Map<String, Object> told, int income) {
        Map<String, Object> known = new HashMap<>(told);
        known.put("taxableIncome", income);
        return known;
    }

    private static List<Map<String, Object>> many(int number, int employees, int income) {
        return IntStream.range(0, number).mapToObj(i -> of(employees, income)).toList();
    }

    @SafeVarargs
    private static List<Map<String, Object>> with(List<Map<String, Object>>... parts) {
        return Arrays.stream(parts).flatMap(List::stream).toList();
    }

    private static OwnersCounts counts(Criterion typed, List<Map<String, Object>> enterprises) {
        OwnersShare share = new OwnersShare(FactDictionary.standard(), typed, null);
        OwnersCounts counts = new OwnersCounts();
        for (Map<String, Object> known : enterprises) {
            counts.add(share.of(known, DAY, null));
        }
        return counts;
    }

    /** A draft beside what is in force, of which it may be read who meets it. */
    private static OwnersCounts revising(Criterion inForce, Criterion draft, List<Map<String, Object>> enterprises) {
        OwnersShare share = new OwnersShare(FactDictionary.standard(), draft, inForce);
        Evaluation published = RuleBook.of(
                        FactDictionary.standard(), List.of(PolicyRule.ofConditions("PUBLISHED", "1", "", inForce)))
                .scratch();
        OwnersCounts counts = new OwnersCounts();
        for (Map<String, Object> known : enterprises) {
            published.run(FactVector.of(FactDictionary.standard(), known, DAY));
            counts.add(share.of(known, DAY, published.criteria(0)));
        }
        return counts;
    }
}
