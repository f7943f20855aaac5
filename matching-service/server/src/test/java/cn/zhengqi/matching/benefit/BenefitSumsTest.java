package cn.zhengqi.matching.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.FactVector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the words of documents come to, where they state a sum and where they do not. */
class BenefitSumsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Test
    void for_many_it_is_said_by_which_figure_a_benefit_becomes_a_sum_or_why_it_becomes_none() {
        assertThat(BenefitSums.method("研发费用100%加计扣除")).isEqualTo("最近一年研发费用 × 100% × 企业所得税税率 5%—25%");
        assertThat(BenefitSums.method("年化1.5个百分点贴息，最长2年，单户贷款规模上限5000万元"))
                .isEqualTo("拟贴息贷款金额（最多 5,000 万元，没有填写的也按此数） × 1.5% × 最长 2 年，所以从 0 起");
        assertThat(BenefitSums.fact("企业所得税15%")).contains("taxableIncome");
        for (String none : List.of("每人1000-2000元", "返还上年度失业保险费30%", "绿色工厂称号")) {
            assertThat(BenefitSums.fact(none)).isEmpty();
            assertThat(sums(Map.of()).sum(none)).isEmpty();
        }
        assertThat(sums(Map.of()).sum("企业所得税15%")).isEmpty();
        assertThat(sums(Map.of("taxableIncome", 900)).sum("企业所得税15%"))
                .contains(new BenefitSums.Sum(BigDecimal.ZERO, BigDecimal.valueOf(90)));
    }

    @Test
    void a_sum_that_is_given_counts_as_it_stands_and_a_limit_from_nothing() {
        assertThat(granted("奖励20万元")).isEqualTo("20 万元");
        assertThat(granted("国家级奖励50万元，市级奖励20万元")).isEqualTo("20—50 万元");
        assertThat(granted("给予一次性30万元奖励")).isEqualTo("30 万元");
        assertThat(granted("按投资额10%补助，最高200万元")).isEqualTo("0—200 万元");
        assertThat(granted("补助不超过80万元")).isEqualTo("0—80 万元");
        assertThat(granted("最高100万元资助")).isEqualTo("0—100 万元");
        assertThat(BenefitSums.reckoned("奖励20万元")).isTrue();
        assertThat(BenefitSums.method("奖励20万元")).startsWith("文件载明的金额");
    }

    @Test
    void a_sum_that_is_a_condition_or_for_each_of_something_is_not_what_is_given() {
        for (String other : List.of(
                "贷款实际利率50%贴息，小微企业最高400万元", "每项专利奖励1万元", "营业收入2000万元以上的给予称号", "奖励20万元，最高不超过100万元", "地方奖励、融资、直通小巨人")) {
            assertThat(sums(Map.of()).sum(other)).as(other).isEmpty();
        }
        assertThat(granted("营业收入2000万元以上的奖励20万元")).isEqualTo("20 万元");
    }

    private static String granted(String words) {
        return sums(Map.of()).sum(words).orElseThrow().inWords();
    }

    private static BenefitSums sums(Map<String, Object> facts) {
        return new BenefitSums(FactVector.of(FactDictionary.standard(), facts, DAY));
    }
}
