package cn.zhengqi.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequiredCasesTest {

    private static final Criterion KNOWN = Comparison.of("employees", Operator.AT_LEAST, 20);
    private static final Criterion OPEN = new Unverified(null, null, "待核实");

    @Test
    void conditions_need_a_case_of_each_kind() {
        assertThat(RequiredCases.missing(KNOWN, cases())).hasSize(2);
        assertThat(RequiredCases.missing(KNOWN, cases(MatchOutcome.UNKNOWN))).hasSize(2);
        assertThat(RequiredCases.missing(KNOWN, cases(MatchOutcome.ELIGIBLE)))
                .singleElement()
                .asString()
                .contains("不符合");
        assertThat(RequiredCases.missing(KNOWN, cases(MatchOutcome.ELIGIBLE, MatchOutcome.INELIGIBLE)))
                .isEmpty();
    }

    @Test
    void what_nobody_can_meet_needs_no_case_that_does_and_what_always_holds_none_that_does_not() {
        assertThat(RequiredCases.missing(OPEN, cases())).isEmpty();
        assertThat(RequiredCases.missing(AllOf.of(KNOWN, OPEN), cases(MatchOutcome.NEARLY)))
                .isEmpty();
        assertThat(RequiredCases.missing(AnyOf.of(KNOWN, OPEN), cases(MatchOutcome.ELIGIBLE)))
                .as("the part that is not known keeps it from failing")
                .isEmpty();
        assertThat(RequiredCases.missing(
                        new AnyOf(null, null, true, List.of(KNOWN, Comparison.of("employees", Operator.LESS_THAN, 20))),
                        cases(MatchOutcome.ELIGIBLE)))
                .isEmpty();
        assertThat(RequiredCases.missing(new AtLeast(null, null, 2, List.of(KNOWN, KNOWN, OPEN)), cases()))
                .hasSize(2);
        assertThat(RequiredCases.missing(new AtLeast(null, null, 1, List.of(KNOWN, OPEN)), cases()))
                .singleElement()
                .asString()
                .contains("可享");
    }

    private static GoldenCases cases(MatchOutcome... expected) {
        return new GoldenCases(Stream.of(expected)
                .map(outcome -> new GoldenCases.GoldenCase("例" + outcome, Map.of(), outcome))
                .toList());
    }
}
