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

    @Test
    void a_reason_names_what_is_asked_for_and_what_there_is() {
        assertThat(reasons(true)).first().isEqualTo("职工总数：要求 ≥ 10 人，现为 20 人，已满足");
        assertThat(one("digitalLevel", Operator.IN, List.of("三级以上", "二级", "一级"), Map.of("digitalLevel", "二级")))
                .isEqualTo("数字化水平：要求 三级以上、二级或一级，现为 二级，已满足");
    }

    @Test
    void what_is_just_what_was_asked_for_is_said_once() {
        assertThat(one("digitalLevel", Operator.EQUAL, "二级", Map.of("digitalLevel", "二级")))
                .isEqualTo("数字化水平：二级，已满足");
    }

    @Test
    void what_is_not_known_is_named() {
        assertThat(one("digitalLevel", Operator.EQUAL, "二级", Map.of())).isEqualTo("待补充：数字化水平");
    }

    private static String one(String fact, Operator operator, Object value, Map<String, Object> facts) {
        PolicyRule rule = PolicyRule.ofConditions("T", "1", "", AllOf.of(Comparison.of(fact, operator, value)));
        return reasons(rule, facts, true).getFirst();
    }

    private static List<String> reasons(boolean own) {
        return reasons(RULE, Map.of("employees", 20, "taxPaid12m", 7), own);
    }

    private static List<String> reasons(PolicyRule rule, Map<String, Object> facts, boolean own) {
        FactVector vector = FactVector.of(FactDictionary.standard(), facts, LocalDate.of(2026, 3, 15));
        return TagReasons.of(
                new Explainer(RuleBook.of(List.of(rule)).evaluate(vector)).conditions(0),
                RuleFacts.conditions(rule),
                true,
                own);
    }
}
