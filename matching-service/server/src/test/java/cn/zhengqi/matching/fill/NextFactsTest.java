package cn.zhengqi.matching.fill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.MatchOrder;
import cn.zhengqi.matching.match.MatchResult;
import cn.zhengqi.matching.match.Matcher;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.match.PolicyOnDay;
import cn.zhengqi.matching.match.ShelfOnDay;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NextFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    /** The example of docs/matching.md. */
    @Test
    void what_decides_most_for_each_fact_comes_first_and_later_steps_count_on_earlier_ones() {
        NextFacts next = NextFactsFinder.of(result(
                waiting("A", "revenue"),
                waiting("B", "revenue", "employees"),
                waiting("C", "revenue", "employees"),
                waiting("D", "employees"),
                waiting("E", "rdStaff", "revenue")));

        assertThat(next.undecided()).isEqualTo(5);
        assertThat(steps(next)).containsExactly("revenue,employees: A,B,C,D", "rdStaff: E");
    }

    @Test
    void a_policy_whose_figures_are_not_published_is_decided_by_no_fact_for_certain() {
        PolicyMatch unsure = policy("A", List.of("revenue"), List.of(open("revenue"), unverified()));

        NextFacts next = NextFactsFinder.of(result(unsure, waiting("B", "employees")));

        assertThat(next.undecided()).isEqualTo(2);
        assertThat(steps(next)).containsExactly("employees: B");
    }

    @Test
    void no_more_steps_are_told_than_anybody_takes_and_none_where_all_is_decided() {
        PolicyMatch[] many = new PolicyMatch[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = waiting("P" + i, "fact" + i);
        }

        assertThat(NextFactsFinder.of(result(many)).steps()).hasSize(NextFactsFinder.MOST_STEPS);
        assertThat(NextFactsFinder.of(result()).steps()).isEmpty();
    }

    /** Whatever is filled in, all that was promised is decided: with figures at both ends of what can be. */
    @Test
    void what_a_step_promises_is_decided_whatever_is_filled_in() {
        RuleBook book = RuleBook.of(ReferenceRules.policies());
        Map<String, Object> known = Map.of("entityType", "企业", "industryCode", "C3412", "established", "2015-04-01");
        NextFacts next = NextFactsFinder.of(match(book, known));
        assertThat(next.steps()).isNotEmpty();

        for (boolean most : List.of(false, true)) {
            Map<String, Object> facts = new HashMap<>(known);
            for (NextFacts.Step step : next.steps()) {
                step.facts().forEach(fact -> facts.put(fact.name(), anything(fact.name(), most)));
                Evaluation after = book.evaluate(FactVector.of(FactDictionary.standard(), facts, DAY));
                assertThat(step.decides()).isNotEmpty().allSatisfy(policy -> {
                    for (int i = 0; i < book.size(); i++) {
                        if (book.rule(i).id().equals(policy.code())) {
                            assertThat(after.criteria(i)).as(policy.code()).isNotEqualTo(Truth.UNKNOWN);
                        }
                    }
                });
            }
        }
    }

    private static Object anything(String fact, boolean most) {
        var definition = FactDictionary.standard().get(fact);
        int number = most ? 50 : 0;
        return switch (definition.kind()) {
            case NUMBER, INTEGER -> number;
            case BOOLEAN -> most;
            case DATE -> most ? "2026-01-01" : "2001-01-01";
            case TEXT -> "C3412";
            case CHOICE ->
                most ? definition.choices().getLast() : definition.choices().getFirst();
            case MULTI_CHOICE -> most ? definition.choices() : List.of();
            case YEARS -> List.of(number, number, number);
        };
    }

    private static MatchResult match(RuleBook book, Map<String, Object> facts) {
        Library.Shelf shelf = new Library.Shelf(
                book,
                ReferenceRules.policies().stream().collect(Collectors.toMap(rule -> rule.id(), rule -> Ids.next())),
                1);
        return result(new Matcher(new ShelfOnDay(shelf, DAY), FactVector.of(FactDictionary.standard(), facts, DAY))
                .policies()
                .toArray(PolicyMatch[]::new));
    }

    private static List<String> steps(NextFacts next) {
        return next.steps().stream()
                .map(step -> step.facts().stream().map(FactRef::name).collect(Collectors.joining(",")) + ": "
                        + step.decides().stream().map(NextFacts.Decided::code).collect(Collectors.joining(",")))
                .toList();
    }

    private static MatchResult result(PolicyMatch... policies) {
        return new MatchResult(
                Ids.next(),
                Ids.next(),
                "企业",
                BusinessTime.at(Instant.parse("2026-11-27T02:00:00Z")),
                DAY,
                50,
                MatchOrder.BY_PROFILE,
                List.of(policies),
                List.of(),
                List.of());
    }

    private static PolicyMatch waiting(String code, String... facts) {
        return policy(
                code,
                List.of(facts),
                Arrays.stream(facts).map(NextFactsTest::open).toList());
    }

    private static PolicyMatch policy(String code, List<String> facts, List<ConditionResult> conditions) {
        return new PolicyMatch(
                new PolicyOnDay(
                        Ids.next(), code, "1", "政策" + code, "测发〔2026〕1号", "国家", "税收", null, null, null, true, null),
                MatchOutcome.UNKNOWN,
                0,
                0,
                false,
                false,
                conditions,
                facts.stream().map(NextFactsTest::ref).toList(),
                List.of(),
                List.of(),
                null);
    }

    private static FactRef ref(String fact) {
        return new FactRef(fact, fact);
    }

    private static ConditionResult open(String fact) {
        return condition(fact, List.of(ref(fact)));
    }

    private static ConditionResult unverified() {
        return condition("条件待核实", List.of());
    }

    private static ConditionResult condition(String label, List<FactRef> missing) {
        return new ConditionResult(
                new ConditionResult.Requirement(label, null, null, null, true),
                Outcome.UNKNOWN,
                null,
                null,
                null,
                missing,
                null);
    }
}
