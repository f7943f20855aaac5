package cn.zhengqi.matching.tag;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagReasonsTest {

    private static final PolicyRule RULE = PolicyRule.ofConditions(
            "T",
            "1",
            "",
            AllOf.of(
                    Comparison.of("employees", Operator.AT_LEAST, 10),
                    Comparison.of("taxPaid12m", Operator.AT_LEAST, 5)));

    @Test
    void a_figure_that_is_for_the_enterprise_alone_is_told_to_it_and_to_nobody_else() {
        assertThat(reasons(false)).anyMatch(line -> line.contains("20")).noneMatch(line -> line.contains("7"));
        assertThat(reasons(true)).anyMatch(line -> line.contains("7"));
    }

    private static List<String> reasons(boolean own) {
        FactVector vector = FactVector.of(
                FactDictionary.standard(), Map.of("employees", 20, "taxPaid12m", 7), LocalDate.of(2026, 3, 15));
        return TagReasons.of(
                new Explainer(RuleBook.of(List.of(RULE)).evaluate(vector)).conditions(0),
                RuleFacts.conditions(RULE),
                true,
                own);
    }
}
