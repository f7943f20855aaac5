package cn.zhengqi.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which figures of conditions are not those of the words that they quote. */
class QuoteCheckTest {

    private final QuoteCheck quotes = new QuoteCheck();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debtRatio  | 60   | 资产负债率不高于70%              | 数值 60% 与引用原文中的 70% 不一致
            debtRatio  | 60   | 资产负债率不高于百分之七十       | 数值 60% 与引用原文中的 70%（不高于百分之七十） 不一致
            revenueY1  | 200  | 年销售收入2000万元以上           | 数值 200 万元 与引用原文中的 2000 万元 不一致
            revenueY1  | 2    | 年销售收入不超过2亿元            | 数值 2 万元 与引用原文中的 20000 万元（不超过2亿元） 不一致
            regAgeDays | 730  | 注册成立一年以上                 | 数值 730 天 与引用原文中的 365 天（一年以上） 不一致
            employees  | 30   | 职工20人以上，研发人员不少于5人  | 数值 30 人 与引用原文中的 20 人、5 人 不一致
            """)
    void a_figure_that_the_words_do_not_have_is_told_with_theirs(
            String fact, int value, String clause, String expected) {
        assertThat(quotes.differences(quoting(fact, value, clause)))
                .containsExactly(new QuoteDifference("", label(fact), expected, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debtRatio  | 70    | 资产负债率不高于百分之七十
            revenueY1  | 2000  | 年销售收入2000万元以上
            revenueY1  | 20000 | 年销售收入不超过2亿元
            regAgeDays | 365   | 注册成立一年以上
            employees  | 5     | 职工20人以上，研发人员不少于5人
            hiresKeyGroup | 1  | 招用重点群体人员并签订1年以上合同
            nicheYears | 5     | 近三年一直从事该细分市场
            debtRatio  | 60    | 资产负债率不高于行业平均水平
            """)
    void the_same_figure_in_another_unit_and_words_without_one_of_its_kind_differ_in_nothing(
            String fact, int value, String clause) {
        assertThat(quotes.differences(quoting(fact, value, clause))).isEmpty();
    }

    @Test
    void of_a_range_both_ends_have_to_stand_there() {
        String clause = "研发费用总额在100万元至500万元之间";
        assertThat(quotes.differences(quoting("rdExpenseY1", List.of(100, 500), clause)))
                .isEmpty();
        assertThat(quotes.differences(quoting("rdExpenseY1", List.of(100, 600), clause)))
                .singleElement()
                .extracting(QuoteDifference::message)
                .isEqualTo("数值 100—600 万元 与引用原文中的 100—500 万元 不一致");
    }

    @Test
    void each_is_told_at_its_place_in_the_tree_whatever_stands_around_it() {
        Criterion wrong = quoting("debtRatio", 60, "资产负债率不高于70%");
        Criterion right = quoting("employees", 20, "职工总数20人以上");
        Criterion bands = Json.MAPPER.convertValue(
                new Banded(
                        null,
                        null,
                        "employees",
                        List.of(new Band("小", null, false, new BigDecimal(20), true, null, wrong))),
                Criterion.class);

        assertThat(quotes.differences(AllOf.of(right, AnyOf.of(right, wrong), bands)))
                .extracting(QuoteDifference::path)
                .containsExactly("/criteria/1/criteria/1", "/criteria/2/bands/0/then");
    }

    @Test
    void what_says_that_it_is_not_verified_is_told_so() {
        Criterion open = new Comparison(
                "负债", "debtRatio", Operator.AT_MOST, Value.of(60), "%", new Clause("资产负债率不高于70%", null, false), null);
        assertThat(quotes.differences(open))
                .containsExactly(new QuoteDifference("", "负债", "数值 60% 与引用原文中的 70% 不一致", false));
    }

    @Test
    void the_rules_that_come_with_the_platform_ask_for_the_figures_that_they_quote() {
        assertThat(ReferenceFiles.lines("policy_rules.jsonl").stream()
                        .map(line -> Json.MAPPER.readValue(line, EligibilityRule.class))
                        .flatMap(rule -> quotes.differences(rule.criteria()).stream()))
                .isEmpty();
    }

    private static Comparison quoting(String fact, Object value, String clause) {
        Comparison bare = Comparison.of(fact, value instanceof List<?> ? Operator.BETWEEN : Operator.AT_LEAST, value);
        return new Comparison(null, fact, bare.op(), bare.value(), null, Clause.of(clause), null);
    }

    private static String label(String fact) {
        return Objects.requireNonNull(FactDictionary.standard().find(fact)).label();
    }
}
