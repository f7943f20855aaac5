package cn.zhengqi.matching.api.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CriterionViewTest {

    @Test
    void what_has_words_of_its_document_is_told_in_them() {
        assertThat(told("成立年限", "企业成立满 1 年", "≥ 1 年")).isEqualTo("企业成立满 1 年");
    }

    @Test
    void what_has_none_is_told_with_the_fact_that_it_compares() {
        assertThat(told("成立年限", null, "≥ 1 年")).isEqualTo("成立年限：≥ 1 年");
        assertThat(told("所属行业", null, "制造业")).isEqualTo("所属行业：制造业");
        assertThat(told("高新技术企业", null, "是")).isEqualTo("高新技术企业：是");
    }

    private static String told(String label, @Nullable String clause, String required) {
        return CriterionView.of(List.of(new ConditionResult(
                        new ConditionResult.Requirement(label, clause, null, required, true),
                        Outcome.UNKNOWN,
                        null,
                        null,
                        null,
                        List.of(),
                        null)))
                .getFirst()
                .text();
    }
}
