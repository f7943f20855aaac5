package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Exclusion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExclusiveChoicesTest {

    @Test
    void the_higher_benefit_is_proposed_and_both_say_why() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "研发费用100%加计扣除"),
                match("B", MatchOutcome.ELIGIBLE, 100, "研发费用120%加计扣除"));

        assertThat(told.get("A").choice())
                .isEqualTo(new ExclusiveChoice(false, List.of(), "B", "《政策B》的优惠更高：研发费用120%加计扣除，《政策A》为研发费用100%加计扣除"));
        assertThat(told.get("B").choice())
                .isEqualTo(new ExclusiveChoice(true, List.of("A"), null, "《政策B》的优惠更高：研发费用120%加计扣除，《政策A》为研发费用100%加计扣除"));
    }

    @Test
    void an_exclusion_that_one_document_states_is_told_at_both() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, null),
                match("B", MatchOutcome.INELIGIBLE, 40, null));

        assertThat(told.get("A").excludes()).singleElement().satisfies(other -> {
            assertThat(other.code()).isEqualTo("B");
            assertThat(other.outcome()).isEqualTo(MatchOutcome.INELIGIBLE);
            assertThat(other.clause()).isEqualTo("不得同时享受");
        });
        assertThat(told.get("B").excludes()).extracting(ExcludedPolicy::code).containsExactly("A");
    }

    @Test
    void the_other_one_is_called_as_it_is_where_it_stands_itself() {
        LocalDate later = LocalDate.now(BusinessTime.ZONE).plusDays(40);
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B", "C", "D"), excluding("B"), excluding("C"), excluding("D")),
                match("A", MatchOutcome.ELIGIBLE, 100, null),
                dated(match("B", MatchOutcome.INELIGIBLE, 100, null), null, true),
                dated(match("C", MatchOutcome.NEARLY, 100, null), later, false),
                match("D", MatchOutcome.NEARLY, 90, null));

        assertThat(told.get("A").excludes())
                .extracting(ExcludedPolicy::group)
                .containsExactly(MatchGroup.PERIOD_OVER, MatchGroup.UPCOMING, MatchGroup.NEARLY);
        assertThat(told.get("B").excludes()).extracting(ExcludedPolicy::group).containsExactly(MatchGroup.ELIGIBLE);
    }

    @Test
    void what_was_kept_before_this_was_told_is_still_read() {
        ExcludedPolicy kept = Json.MAPPER.readValue("""
                {"policyId":"0198c0de-0000-7000-8000-000000000001","code":"B","title":"政策B","outcome":"INELIGIBLE",
                 "clause":"不得同时享受","place":null,"certain":true}""", ExcludedPolicy.class);

        assertThat(kept.group()).isNull();
        assertThat(kept.outcome()).isEqualTo(MatchOutcome.INELIGIBLE);
    }

    @Test
    void where_only_one_can_be_had_there_is_nothing_to_choose() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励10万元"),
                match("B", MatchOutcome.NEARLY, 90, "奖励20万元"));

        assertThat(told.get("A").choice()).isNull();
        assertThat(told.get("B").choice()).isNull();
    }

    @Test
    void a_lower_rate_that_is_charged_is_not_taken_for_a_lower_benefit() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "减按15%的税率征收"),
                match("B", MatchOutcome.ELIGIBLE, 100, "减按20%的税率征收"));

        assertThat(proposed(told)).containsExactly("A");
        assertThat(told.get("A").choice().reason()).contains("无法直接比较");
    }

    @Test
    void benefits_in_different_words_are_compared_by_what_they_come_to_and_not_by_the_fit() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 98, "奖励50万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "补助1万元"));

        assertThat(proposed(told)).containsExactly("A");
        assertThat(told.get("B").choice().reason()).isEqualTo("《政策A》预计 50 万元，高于《政策B》的 1 万元");
        assertThat(told.get("A").choice().reason()).isEqualTo("《政策A》预计 50 万元，高于《政策B》的 1 万元");
    }

    @Test
    void by_the_figures_of_the_enterprise_the_greater_range_is_proposed() {
        Map<String, PolicyMatch> told = tell(
                Map.of("rdExpense", List.of(2_000)),
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励20万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "研发费用100%加计扣除"));

        assertThat(proposed(told)).containsExactly("B");
        assertThat(told.get("A").choice().reason()).isEqualTo("《政策B》预计 100—500 万元，高于《政策A》的 20 万元");
    }

    @Test
    void of_ranges_that_overlap_the_greater_middle_is_proposed_and_it_is_said_that_they_do() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励60万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "按投资额10%补助，最高200万元"));

        assertThat(proposed(told)).containsExactly("B");
        assertThat(told.get("A").choice().reason()).isEqualTo("《政策B》预计 0—200 万元，《政策A》预计 60 万元，两者有重叠；前者的中间值更高");
    }

    @Test
    void of_the_same_middle_the_surer_one_is_proposed() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "最高100万元补助"),
                match("B", MatchOutcome.ELIGIBLE, 100, "奖励50万元"));

        assertThat(proposed(told)).containsExactly("B");
        assertThat(told.get("A").choice().reason()).endsWith("两者有重叠；中间值相同，前者至少可得的更多");
    }

    @Test
    void two_ranges_that_go_together_are_added_up() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B", "C"), excluding("B"), excluding("C")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励30万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "补助20万元"),
                match("C", MatchOutcome.ELIGIBLE, 100, "资助15万元"));

        assertThat(proposed(told)).containsExactlyInAnyOrder("B", "C");
        assertThat(told.get("A").choice().reason()).isEqualTo("《政策B》《政策C》可同时享受，合计预计 35 万元，按中间值不低于《政策A》的 30 万元");
    }

    @Test
    void what_comes_to_no_sum_leaves_the_better_fit_but_of_the_others_the_greater_one_comes_first() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B", "C"), excluding("B", "C"), excluding("C")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励1万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "称号"),
                match("C", MatchOutcome.ELIGIBLE, 100, "补助200万元"));

        assertThat(proposed(told)).containsExactly("C");
        assertThat(told.get("A").choice().reason()).isEqualTo("《政策C》预计 200 万元，高于《政策A》的 1 万元");
        assertThat(told.get("B").choice().reason()).isEqualTo("优惠无法直接比较，请按实际情况选择");

        Map<String, PolicyMatch> unlike = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 98, "奖励1万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "称号"));
        assertThat(proposed(unlike)).containsExactly("B");
        assertThat(unlike.get("A").choice().reason()).isEqualTo("《政策B》的匹配度更高：100%，《政策A》为 98%");
    }

    @Test
    void that_we_checked_a_text_or_know_more_of_the_data_is_no_reason_to_give_the_other_one_up() {
        for (PolicyMatch unchecked : List.of(
                known(match("B", MatchOutcome.ELIGIBLE, 100, "减半征收六税两费"), false, 100),
                known(match("B", MatchOutcome.ELIGIBLE, 100, "减半征收六税两费"), true, 60),
                match("B", MatchOutcome.ELIGIBLE, 100, "减半征收六税两费"))) {
            Map<String, PolicyMatch> told = tell(
                    List.of(excluding("A", "B"), excluding("B")),
                    match("A", MatchOutcome.ELIGIBLE, 100, "奖励10万元"),
                    unchecked);

            assertThat(proposed(told)).as("by which sums and calendar go").containsExactly("A");
            assertThat(told.get("A").choice())
                    .isEqualTo(new ExclusiveChoice(true, List.of("B"), null, "优惠无法直接比较，请按实际情况选择", true));
            assertThat(told.get("B").choice())
                    .isEqualTo(new ExclusiveChoice(false, List.of(), "A", "优惠无法直接比较，请按实际情况选择", true));
        }
    }

    @Test
    void of_equal_benefits_none_is_advised() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B"), excluding("B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励10万元"),
                known(match("B", MatchOutcome.ELIGIBLE, 100, "奖励10万元"), false, 60));

        assertThat(told.get("A").choice().advised()).isFalse();
        assertThat(told.get("B").choice().reason()).isEqualTo("优惠相同，请按实际情况选择");
    }

    @Test
    void what_is_advised_over_one_and_not_over_another_says_both() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B", "C"), excluding("B", "C"), excluding("C")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励200万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "称号"),
                match("C", MatchOutcome.ELIGIBLE, 100, "补助1万元"));

        assertThat(told.get("A").choice().advised()).isTrue();
        assertThat(told.get("A").choice().reason())
                .isEqualTo("《政策A》预计 200 万元，高于《政策C》的 1 万元；与《政策B》只能选其一，优惠无法直接比较，请按实际情况选择");
        assertThat(told.get("B").choice().advised()).isFalse();
        assertThat(told.get("C").choice().advised()).isTrue();
    }

    @Test
    void results_that_were_kept_before_nothing_was_left_open_are_read_and_written_as_they_were() {
        String kept = """
                {"proposed":true,"insteadOf":["B"],"inFavourOf":"C","reason":"《政策A》的优惠更高"}""";
        ExclusiveChoice choice = Json.MAPPER.readValue(kept, ExclusiveChoice.class);

        assertThat(choice.advised()).isTrue();
        assertThat(Json.MAPPER.writeValueAsString(choice)).isEqualTo(kept);
        ExclusiveChoice open = new ExclusiveChoice(true, List.of("B"), null, "优惠相同", true);
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(open), ExclusiveChoice.class))
                .isEqualTo(open);
    }

    @Test
    void what_excludes_the_same_policy_but_not_each_other_is_proposed_together() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A"), excluding("B", "A", "C"), excluding("C")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励30万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "奖励20万元"),
                match("C", MatchOutcome.ELIGIBLE, 100, "奖励10万元"));

        assertThat(proposed(told)).containsExactlyInAnyOrder("A", "C");
        assertThat(told.get("B").choice().inFavourOf()).isEqualTo("A");
    }

    @Test
    void two_that_go_together_are_proposed_rather_than_one_that_gives_less_than_both() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B", "C"), excluding("B"), excluding("C")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励30万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "奖励20万元"),
                match("C", MatchOutcome.ELIGIBLE, 100, "奖励20万元"));

        assertThat(proposed(told)).containsExactlyInAnyOrder("B", "C");
        assertThat(told.get("A").choice().inFavourOf()).isEqualTo("B");
        assertThat(told.get("A").choice().reason()).isEqualTo("《政策B》《政策C》可同时享受，合计不低于《政策A》：奖励20万元、奖励20万元，《政策A》为奖励30万元");
        assertThat(told.get("C").choice().reason()).isEqualTo("与其他建议享受的政策不冲突");
    }

    @Test
    void of_equal_sums_the_better_single_one_does_not_win_over_more() {
        Map<String, PolicyMatch> told = tell(
                List.of(excluding("A", "B", "C"), excluding("B"), excluding("C")),
                match("A", MatchOutcome.ELIGIBLE, 100, "奖励40万元"),
                match("B", MatchOutcome.ELIGIBLE, 100, "奖励20万元"),
                match("C", MatchOutcome.ELIGIBLE, 100, "奖励20万元"));

        assertThat(proposed(told)).containsExactlyInAnyOrder("B", "C");
    }

    @Test
    void of_two_reductions_of_one_rate_the_larger_counts_and_their_sum_beats_nothing() {
        Map<String, PolicyMatch> told = tell(
                Map.of("taxableIncome", 1_000),
                List.of(excluding("A"), excluding("B"), excluding("C", "A", "B")),
                match("A", MatchOutcome.ELIGIBLE, 100, "减按15%税率缴纳企业所得税"),
                match("B", MatchOutcome.ELIGIBLE, 100, "企业所得税10%"),
                match("C", MatchOutcome.ELIGIBLE, 100, "奖励100万元"));

        // 0—100 and 0—150 are 50 and 75 by their middles, 75 together and not 125.
        assertThat(proposed(told)).containsExactly("C");
    }

    @Test
    void what_adds_nothing_to_a_greater_reduction_of_the_same_rate_gives_way_to_what_does() {
        Map<String, PolicyMatch> told = tell(
                Map.of("taxableIncome", 1_000),
                List.of(excluding("A"), excluding("B", "G"), excluding("G"), excluding("H", "A", "G")),
                match("A", MatchOutcome.ELIGIBLE, 100, "企业所得税10%"),
                match("B", MatchOutcome.ELIGIBLE, 100, "减按15%税率缴纳企业所得税"),
                match("G", MatchOutcome.ELIGIBLE, 100, "奖励20万元"),
                match("H", MatchOutcome.ELIGIBLE, 100, "奖励1万元"));

        assertThat(proposed(told)).containsExactlyInAnyOrder("A", "G");
        assertThat(Objects.requireNonNull(told.get("B").choice()).reason())
                .isEqualTo("《政策A》与《政策B》都降低企业所得税税率，只按较高的一项计，不相加");
    }

    @Test
    void of_two_reductions_of_one_rate_that_no_document_excludes_the_lower_is_not_proposed_beside_the_higher() {
        Map<String, PolicyMatch> told = tell(
                Map.of("taxableIncome", 1_000),
                List.of(excluding("A", "C"), excluding("B", "C"), excluding("C")),
                match("A", MatchOutcome.ELIGIBLE, 100, "减按15%税率缴纳企业所得税"),
                match("B", MatchOutcome.ELIGIBLE, 100, "企业所得税10%"),
                match("C", MatchOutcome.ELIGIBLE, 100, "奖励1万元"));

        assertThat(proposed(told)).containsExactly("B");
        assertThat(Objects.requireNonNull(told.get("A").choice()).reason())
                .isEqualTo("《政策B》与《政策A》都降低企业所得税税率，只按较高的一项计，不相加");
        assertThat(Objects.requireNonNull(told.get("A").choice()).inFavourOf()).isEqualTo("B");
    }

    @Test
    void
            of_two_reductions_of_one_rate_that_exclude_nothing_at_all_the_lower_gives_way_too_whether_or_not_sums_are_known() {
        for (Map<String, Object> facts : List.<Map<String, Object>>of(Map.of("taxableIncome", 200), Map.of())) {
            Map<String, PolicyMatch> told = tell(
                    facts,
                    List.of(excluding("A"), excluding("B"), excluding("C"), excluding("D")),
                    match("A", MatchOutcome.ELIGIBLE, 100, "企业所得税15%"),
                    match("B", MatchOutcome.ELIGIBLE, 100, "实际税负5%"),
                    match("C", MatchOutcome.ELIGIBLE, 100, "减按15%税率缴纳企业所得税"),
                    match("D", MatchOutcome.NEARLY, 90, "企业所得税10%"));

            assertThat(proposed(told)).containsExactly("B");
            assertThat(told.get("B").choice())
                    .isEqualTo(
                            new ExclusiveChoice(true, List.of("A", "C"), null, "《政策B》与《政策A》都降低企业所得税税率，只按较高的一项计，不相加"));
            assertThat(Objects.requireNonNull(told.get("C").choice()).inFavourOf())
                    .isEqualTo("B");
            assertThat(told.get("D").choice()).as("not had").isNull();
        }
    }

    @Test
    void the_reference_policies_name_the_pair_of_additional_deductions() {
        List<PolicyRule> rules =
                ReferenceRules.policies().stream().map(PolicyRule.class::cast).toList();
        Map<String, PolicyMatch> told = tell(
                rules,
                rules.stream()
                        .map(rule -> match(rule.id(), MatchOutcome.ELIGIBLE, 100, rule.benefit()))
                        .toArray(PolicyMatch[]::new));

        assertThat(told.get("N12").choice().proposed()).isTrue();
        assertThat(told.get("N11").choice().inFavourOf()).isEqualTo("N12");
    }

    private static List<String> proposed(Map<String, PolicyMatch> told) {
        return told.values().stream()
                .filter(match -> match.choice() != null && match.choice().proposed())
                .map(PolicyMatch::code)
                .toList();
    }

    private static Map<String, PolicyMatch> tell(List<PolicyRule> rules, PolicyMatch... matches) {
        return tell(Map.of(), rules, matches);
    }

    /** @param facts of the enterprise */
    private static Map<String, PolicyMatch> tell(
            Map<String, Object> facts, List<PolicyRule> rules, PolicyMatch... matches) {
        BenefitSums enterprise =
                new BenefitSums(FactVector.of(FactDictionary.standard(), facts, LocalDate.of(2026, 11, 27)));
        Map<String, PolicyRule> known = rules.stream().collect(Collectors.toMap(PolicyRule::id, rule -> rule));
        List<PolicyRule> granting = Stream.of(matches)
                .map(match -> granting(Objects.requireNonNull(known.get(match.code())), match.benefit()))
                .toList();
        ExclusiveChoices choices = new ExclusiveChoices(new Exclusions(granting), enterprise, List.of(matches));
        return Stream.of(matches).map(choices::tell).collect(Collectors.toMap(PolicyMatch::code, match -> match));
    }

    private static PolicyRule granting(PolicyRule rule, @Nullable String benefit) {
        return new PolicyRule(
                rule.id(),
                rule.edition(),
                rule.title(),
                rule.docNumber(),
                rule.level(),
                rule.category(),
                rule.validity(),
                rule.reference(),
                rule.grants(),
                benefit,
                rule.verified(),
                rule.confidence(),
                rule.source(),
                rule.criteria(),
                rule.exclusions());
    }

    private static PolicyRule excluding(String code, String... others) {
        return Published.rule(
                code,
                Stream.of(others)
                        .map(other -> new Exclusion(other, Clause.of("不得同时享受")))
                        .toList());
    }

    private static PolicyMatch dated(PolicyMatch match, @Nullable LocalDate beginsOn, boolean periodOver) {
        return new PolicyMatch(
                new PolicyOnDay(
                        match.policyId(),
                        match.code(),
                        "1",
                        match.title(),
                        "文号",
                        "国家",
                        "创新",
                        match.benefit(),
                        null,
                        beginsOn,
                        true,
                        null),
                match.outcome(),
                match.degree(),
                100,
                periodOver,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static PolicyMatch known(PolicyMatch match, boolean verified, int completeness) {
        return new PolicyMatch(
                new PolicyOnDay(
                        match.policyId(),
                        match.code(),
                        "1",
                        match.title(),
                        "文号",
                        "国家",
                        "创新",
                        match.benefit(),
                        null,
                        null,
                        verified,
                        null),
                match.outcome(),
                match.degree(),
                completeness,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static PolicyMatch match(String code, MatchOutcome outcome, int degree, @Nullable String benefit) {
        return new PolicyMatch(
                new PolicyOnDay(Ids.next(), code, "1", "政策" + code, "文号", "国家", "创新", benefit, null, null, true, null),
                outcome,
                degree,
                100,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
