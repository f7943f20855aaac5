package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.match.ExclusiveChoice;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.match.PolicyOnDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BenefitRangesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Test
    void research_expense_is_reckoned_at_the_lowest_and_the_highest_rate_of_income_tax() {
        BenefitRange range = range("研发费用100%加计扣除", Map.of("rdExpense", List.of(800, 700, 600)));

        assertThat(range.inWords()).isEqualTo("40—200 万元");
        assertThat(range.basis())
                .containsExactly(
                        "文件载明：研发费用100%加计扣除（测发〔2026〕1号）",
                        "最近一年研发费用 800 万元 × 100% = 可加计 800 万元", "少缴的税按企业所得税税率 5%—25% 计；不得加计的支出未扣除，当年无应纳税所得额的结转以后年度");
    }

    @Test
    void what_is_not_known_leaves_a_rate_or_nothing_and_says_what_to_fill_in() {
        assertThat(range("研发费用100%加计扣除", Map.of()).inWords()).isEqualTo("文件未载明可折算的金额");
        assertThat(range("研发费用100%加计扣除", Map.of()).basis()).contains("填写研发费用后可以估算");
        assertThat(range("企业所得税15%", Map.of()).inWords()).isEqualTo("10%（应纳税所得额）");
    }

    @Test
    void a_lower_rate_of_income_tax_saves_at_most_its_distance_to_the_standard_rate() {
        assertThat(range("企业所得税15%", Map.of("taxableIncome", 900)).inWords()).isEqualTo("0—90 万元");
        assertThat(range("实际税负5%", Map.of("taxableIncome", 200)).inWords()).isEqualTo("0—40 万元");
        assertThat(range("认定为高新技术企业，减按15%税率缴纳企业所得税；亏损结转年限10年", Map.of("taxableIncome", -50))
                        .inWords())
                .isEqualTo("0 万元");
    }

    @Test
    void interest_is_reckoned_of_the_loan_up_to_the_largest_for_the_longest() {
        String words = "年化1.5个百分点贴息，最长2年，单户贷款规模上限5000万元";

        assertThat(range(words, Map.of("loanAmount", 1000)).inWords()).isEqualTo("0—30 万元");
        assertThat(range(words, Map.of("loanAmount", 9000)).inWords()).isEqualTo("0—150 万元");
        assertThat(range(words, Map.of()).basis()).contains("按贷款规模上限 5,000 万元 × 1.5% × 最长 2 年");
        assertThat(range("年贴息1个百分点，不超过1年", Map.of()).inWords()).isEqualTo("0—1%（贷款本金/年）");
    }

    @Test
    void the_size_of_a_loan_is_no_benefit() {
        assertThat(range("贷款实际利率50%贴息，小微企业最高400万元", Map.of()).inWords()).isEqualTo("50%");
    }

    @Test
    void what_is_given_for_each_person_stays_so() {
        assertThat(range("每人每年6000元（最高7800元）扣减税费", Map.of()).inWords()).isEqualTo("6,000—7,800 元/人");
        assertThat(range("每人1000-2000元", Map.of()).inWords()).isEqualTo("1,000—2,000 元/人");
        assertThat(range("不超过1500元/人", Map.of()).inWords()).isEqualTo("0—1,500 元/人");
    }

    @Test
    void shares_and_free_parts_are_told_as_they_are_published() {
        assertThat(range("返还上年度失业保险费30%（大型）/60%（中小微）", Map.of()).inWords()).isEqualTo("30—60%");
        assertThat(range("500万元以内免征，超过部分减半", Map.of("techTransferIncome", 700)).inWords())
                .isEqualTo("30—150 万元");
        assertThat(range("绿色工厂称号，优先支持绿色金融与技改资金", Map.of()).inWords()).isEqualTo("文件未载明可折算的金额");
        assertThat(range(null, Map.of()).basis()).containsExactly("平台尚未收录该文件的优惠内容");
    }

    @Test
    void the_total_counts_what_is_proposed_and_says_how_many_it_leaves_out() {
        Map<String, Object> facts = Map.of("rdExpense", List.of(800), "taxableIncome", 900);
        PolicyMatch research = policy("A", "研发费用100%加计扣除", null);
        PolicyMatch rate = policy("B", "企业所得税15%", null);
        PolicyMatch instead = policy("C", "企业所得税15%", new ExclusiveChoice(false, List.of(), "B", "B 的优惠更高"));
        PolicyMatch unsaid = policy("D", "称号", null);
        List<PolicyMatch> current = List.of(research, rate, instead, unsaid);
        BenefitRanges ranges = ranges(facts);

        BenefitRange.Total total =
                BenefitRanges.total(current, current.stream().map(ranges::of).toList());

        assertThat(total.lowWan()).isEqualByComparingTo("40");
        assertThat(total.highWan()).isEqualByComparingTo("290");
        assertThat(total.counted()).isEqualTo(2);
        assertThat(total.uncounted()).isEqualTo(2);
    }

    @Test
    void one_income_is_taxed_at_one_rate_though_two_documents_lower_it() {
        Map<String, Object> facts = Map.of("taxableIncome", 900);
        List<PolicyMatch> current = List.of(
                policy("A", "企业所得税15%", null), policy("B", "减按10%税率缴纳企业所得税", null), policy("C", "企业所得税15%", null));
        BenefitRanges ranges = ranges(facts);

        BenefitRange.Total total =
                BenefitRanges.total(current, current.stream().map(ranges::of).toList());

        assertThat(total.highWan()).isEqualByComparingTo("135");
        assertThat(total.counted()).isEqualTo(1);
        assertThat(total.uncounted()).isEqualTo(2);
    }

    private static BenefitRange range(@Nullable String words, Map<String, Object> facts) {
        return ranges(facts).of(policy("N1", words, null));
    }

    private static BenefitRanges ranges(Map<String, Object> facts) {
        return new BenefitRanges(FactVector.of(FactDictionary.standard(), facts, DAY));
    }

    private static PolicyMatch policy(String code, @Nullable String benefit, @Nullable ExclusiveChoice choice) {
        return new PolicyMatch(
                new PolicyOnDay(
                        Ids.next(), code, "1", "测试政策", "测发〔2026〕1号", "国家", "税收", benefit, null, null, true, null),
                MatchOutcome.ELIGIBLE,
                100,
                100,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                choice);
    }
}
