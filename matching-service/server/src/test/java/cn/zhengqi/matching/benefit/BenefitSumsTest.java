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
    void a_fixed_sum_and_a_share_up_to_a_limit_are_both_given() {
        String words = "一次性奖励20万元；按上年度研发费用的5%补助，最高50万元";
        assertThat(granted(words)).isEqualTo("20—70 万元");
        assertThat(sums(Map.of("rdExpense", List.of(300))).range(words).how())
                .containsExactly("一次性给予 20 万元，加上按比例给予的部分", "最近一年研发费用 300 万元 × 5% = 15 万元");
        assertThat(sums(Map.of("rdExpense", List.of(300)))
                        .sum(words)
                        .orElseThrow()
                        .inWords())
                .isEqualTo("35 万元");
        assertThat(sums(Map.of("rdExpense", List.of(3000)))
                        .sum(words)
                        .orElseThrow()
                        .inWords())
                .isEqualTo("70 万元");
        assertThat(BenefitSums.method(words)).isEqualTo("一次性给予 20 万元，加上按比例给予的部分（最高 50 万元，不按各家数据折算，从 0 起）");
        assertThat(BenefitSums.reckoned(words)).isTrue();
        for (String less : List.of(
                "一次性奖励20万元；按研发费用的5%以内给予补助，最高50万元",
                "一次性奖励20万元；按不超过研发费用的5%给予补助，最高50万元", "一次性奖励20万元；按新增研发费用的5%给予补助，最高50万元")) {
            assertThat(sums(Map.of("rdExpense", List.of(3000)))
                            .sum(less)
                            .orElseThrow()
                            .inWords())
                    .as(less)
                    .isEqualTo("20—70 万元");
        }
        assertThat(granted("给予一次性20万元奖励，另按设备投资额的10%补助，最高不超过50万元")).isEqualTo("20—70 万元");
    }

    @Test
    void what_words_say_of_both_together_is_the_most_of_both_and_tiers_are_not_added() {
        assertThat(granted("一次性奖励20万元；按上年度研发费用的5%补助，最高50万元，合计最高60万元")).isEqualTo("20—60 万元");
        assertThat(granted("一次性奖励20万元；按设备投资额的5%补助，两项累计不超过50万元")).isEqualTo("20—50 万元");
        assertThat(granted("国家级奖励50万元；市级按投资额10%补助，最高20万元"))
                .as("one or the other")
                .isEqualTo("0—50 万元");
    }

    @Test
    void a_sum_that_is_a_condition_or_for_each_of_something_is_not_what_is_given() {
        for (String other : List.of(
                "贷款实际利率50%贴息，小微企业最高400万元", "每项专利奖励1万元", "营业收入2000万元以上的给予称号", "奖励20万元，最高不超过100万元", "地方奖励、融资、直通小巨人")) {
            assertThat(sums(Map.of()).sum(other)).as(other).isEmpty();
        }
        assertThat(granted("营业收入2000万元以上的奖励20万元")).isEqualTo("20 万元");
    }

    @Test
    void what_is_given_for_each_is_no_sum_for_all() {
        for (String each : List.of("补贴1万元/人", "奖励5万元/项", "补助10万元/家", "按新购设备数量补贴2万元", "每招用1名员工补贴1000元")) {
            assertThat(sums(Map.of("employees", 50)).sum(each)).as(each).isEmpty();
            assertThat(BenefitSums.reckoned(each)).as(each).isFalse();
        }
        assertThat(sums(Map.of()).range("补贴1万元/人").unit()).isEqualTo("元/人");
        assertThat(sums(Map.of()).range("补贴1万元/人").high()).isEqualByComparingTo("10000");
        assertThat(BenefitSums.method("奖励5万元/项")).isEqualTo("优惠随实际发生额确定，平台没有相应数据");
        assertThat(granted("按职工人数分档，分别补助10万元、补助20万元")).isEqualTo("10—20 万元");
    }

    @Test
    void for_each_of_people_of_whom_it_is_known_how_many_there_are_it_comes_to_a_sum() {
        BenefitSums four = sums(Map.of("hiresGraduates", 4));
        assertThat(four.sum("招用高校毕业生补贴1万元/人"))
                .hasValueSatisfying(sum -> assertThat(sum.inWords()).isEqualTo("4 万元"));
        assertThat(four.sum("每招用1名高校毕业生给予1500元补贴"))
                .hasValueSatisfying(sum -> assertThat(sum.inWords()).isEqualTo("0.6 万元"));
        assertThat(four.sum("招用高校毕业生补贴1万元/人，最高不超过3万元"))
                .hasValueSatisfying(sum -> assertThat(sum.inWords()).isEqualTo("3 万元"));
        assertThat(four.range("招用高校毕业生每人每年6000元（最高9000元）扣减税费").how())
                .first()
                .isEqualTo("招用高校毕业生或登记失业青年人数 4 人 × 6,000—9,000 元/人，按一年计");
        assertThat(four.sum("招用高校毕业生每人5000元至1万元"))
                .hasValue(new BenefitSums.Sum(new BigDecimal("2"), new BigDecimal("4")));
        assertThat(four.sum("招用高校毕业生1-2万元/人")).hasValue(new BenefitSums.Sum(new BigDecimal("4"), new BigDecimal("8")));
        for (String other : List.of(
                "招用高校毕业生社保补贴800元/人/月",
                "招用高校毕业生补贴800元/人·月",
                "招用高校毕业生每人每月800元",
                "招用高校毕业生每月补贴800元/人",
                "超比例招用高校毕业生的，每超1名奖励5000元",
                "每招用1名高校毕业生补贴5000元至1万元")) {
            assertThat(four.sum(other)).as(other).isEmpty();
            assertThat(BenefitSums.fact(other)).as(other).isEmpty();
        }
        assertThat(BenefitSums.fact("招用高校毕业生补贴1万元/人")).contains("hiresGraduates");
        assertThat(BenefitSums.method("招用高校毕业生补贴1万元/人")).isEqualTo("10,000 元/人 × 招用高校毕业生或登记失业青年人数");

        assertThat(sums(Map.of()).sum("招用高校毕业生补贴1万元/人"))
                .as("it is not known how many")
                .isEmpty();
        assertThat(four.sum("招用高校毕业生、自主就业退役士兵补贴1万元/人"))
                .as("of which of them it is not said")
                .isEmpty();
    }

    private static String granted(String words) {
        return sums(Map.of()).sum(words).orElseThrow().inWords();
    }

    private static BenefitSums sums(Map<String, Object> facts) {
        return new BenefitSums(FactVector.of(FactDictionary.standard(), facts, DAY));
    }
}
