package cn.zhengqi.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read of a profile for one rule is enough: more facts change nothing. The seed is fixed. */
class RuleFactsTest {

    private static final FactDictionary FACTS = FactDictionary.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    @Test
    void the_facts_of_a_rule_decide_as_all_facts_do() {
        Random random = new Random(20261127);
        for (EligibilityRule rule : ReferenceRules.all()) {
            RuleBook book = RuleBook.of(List.of(rule));
            Set<String> wanted = RuleFacts.of(rule);
            for (int round = 0; round < 40; round++) {
                Map<String, Object> all = profile(random);
                Map<String, Object> some = new HashMap<>(all);
                some.keySet().retainAll(wanted);
                Evaluation whole = book.evaluate(FactVector.of(FACTS, all, DAY));
                Evaluation part = book.evaluate(FactVector.of(FACTS, some, DAY));

                assertThat(part.outcome(0)).as("%s of %s", rule.id(), all).isEqualTo(whole.outcome(0));
                assertThat(part.degree(0)).isEqualTo(whole.degree(0));
                assertThat(part.completeness(0)).isEqualTo(whole.completeness(0));
                assertThat(part.alreadyHeld(0)).isEqualTo(whole.alreadyHeld(0));
            }
        }
    }

    @Test
    void figures_of_what_the_dictionary_shows_to_nobody_else_are_for_the_enterprise_alone() {
        for (FactDefinition fact : FACTS.facts()) {
            if (Operator.comparing(fact).isEmpty()) {
                continue;
            }
            Criterion criterion = AnyOf.of(
                    Comparison.of("employees", Operator.AT_LEAST, 1),
                    Comparison.of(fact.name(), Operator.EQUAL, "any"));
            assertThat(RuleFacts.ownersAlone(criterion))
                    .as(fact.name())
                    .isEqualTo(fact.visibility() == FactVisibility.OWNER);
        }
    }

    @Test
    void conditions_stand_in_the_order_in_which_they_are_explained() {
        for (EligibilityRule rule : ReferenceRules.all()) {
            RuleBook book = RuleBook.of(List.of(rule));
            assertThat(RuleFacts.conditions(rule))
                    .as(rule.id())
                    .hasSameSizeAs(new Explainer(book.evaluate(FactVector.of(FACTS, Map.of(), DAY))).conditions(0));
        }
    }

    private static Map<String, Object> profile(Random random) {
        Map<String, Object> facts = new HashMap<>();
        for (FactDefinition fact : FACTS.facts()) {
            if (!fact.derived() && random.nextDouble() < 0.6) {
                facts.put(
                        fact.name(),
                        switch (fact.kind()) {
                            case NUMBER, INTEGER -> random.nextInt(120);
                            case BOOLEAN -> random.nextBoolean();
                            case DATE -> "2019-03-0" + (1 + random.nextInt(9));
                            case TEXT -> fact.name().equals("industryCode") ? "I6513" : "500113";
                            case CHOICE ->
                                fact.choices().get(random.nextInt(fact.choices().size()));
                            case MULTI_CHOICE ->
                                List.of(fact.choices()
                                        .get(random.nextInt(fact.choices().size())));
                            case YEARS -> Arrays.asList(random.nextInt(9_000), random.nextInt(9_000));
                        });
            }
        }
        return facts;
    }
}
