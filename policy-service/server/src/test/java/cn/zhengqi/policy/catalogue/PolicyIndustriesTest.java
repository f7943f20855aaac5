package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.IndustrySection;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyIndustriesTest {

    private static final PolicyRule SOFTWARE =
            PolicyRule.ofConditions("T1", "1", "软件企业", Comparison.of("industryCode", Operator.IN, List.of("I65")));

    @Test
    void they_are_those_of_its_conditions_and_those_that_a_tag_names_as_the_standard_does() {
        assertThat(PolicyIndustries.of(SOFTWARE, List.of("所得税"))).containsExactly(IndustrySection.I);
        assertThat(PolicyIndustries.of(null, List.of("所得税", "制造业"))).containsExactly(IndustrySection.C);
        assertThat(PolicyIndustries.of(SOFTWARE, List.of("通用设备制造业", "住宿业")))
                .containsExactly(IndustrySection.C, IndustrySection.H, IndustrySection.I);
    }

    @Test
    void what_only_sounds_like_an_industry_is_none() {
        assertThat(PolicyIndustries.of(null, List.of("软件企业", "服务业", "绿色工厂", "")))
                .isEmpty();
    }
}
