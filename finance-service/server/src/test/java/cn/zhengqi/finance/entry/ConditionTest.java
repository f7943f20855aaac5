package cn.zhengqi.finance.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bank chooses from the list is what the matching engine compares and what the enterprise reads. */
class ConditionTest {

    @Test
    void a_figure_is_compared_in_the_facts_own_unit_and_read_in_words() {
        Condition years = figure("taxYears", ">=", "2", null);

        assertThat(years.problem("it")).isNull();
        assertThat(years.comparison().value()).isEqualTo(Value.of(2));
        assertThat(years.comparison().unit()).isEqualTo("年");
        assertThat(years.view().label()).isEqualTo("连续纳税年数");
        assertThat(years.view().text()).isEqualTo("连续纳税年数不低于 2 年");
        assertThat(figure("legalRepAge", "between", "18", "60").view().text()).isEqualTo("法定代表人年龄在 18 到 60 岁 之间");
    }

    @Test
    void choices_flags_days_and_codes_are_read_in_words() {
        assertThat(words("taxCreditRating", "in", "A", "B").view().text()).isEqualTo("纳税信用等级为 A、B 之一");
        assertThat(words("taxCreditRating", "notIn", "D").view().text()).isEqualTo("纳税信用等级不为 D");
        assertThat(words("collateral", "containsAny", "房产").view().text()).isEqualTo("可抵押物：有 房产");
        assertThat(words("industryCode", "notIn", "J", "K").view().text()).isEqualTo("行业不属于 J、K");
        assertThat(words("established", "<=", "2024-01-31").view().text()).startsWith("成立日期不晚于");
        assertThat(new Condition("noWageArrears", "==", null, null, true, List.of())
                        .view()
                        .text())
                .isEqualTo("无拖欠工资、欠缴社保：是");
    }

    @ParameterizedTest
    @CsvSource({
        "nothingKnown, >=, 1, , FACT_UNKNOWN, it.fact",
        "revenue, >=, 1, , FACT_UNKNOWN, it.fact",
        "taxYears, containsAny, 1, , COMPARISON_UNFIT, it.op",
        "taxYears, '; drop', 1, , COMPARISON_UNFIT, it.op",
        "taxYears, >=, , , REQUIRED, it.number",
        "legalRepAge, between, 60, 18, MIN_ABOVE_MAX, it.upTo",
        "legalRepAge, between, 18, , REQUIRED, it.upTo",
        "taxYears, >=, -1, , RANGE, it.number",
    })
    void what_cannot_be_compared_is_refused_at_its_field(
            String fact, String op, @Nullable BigDecimal number, @Nullable BigDecimal upTo, String code, String field) {
        var problem = new Condition(fact, op, number, upTo, null, List.of()).problem("it");

        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo(field);
    }

    @Test
    void a_choice_that_there_is_not_is_refused_and_so_is_none() {
        assertThat(words("taxCreditRating", "in", "Z").problem("it"))
                .hasFieldOrPropertyWithValue("code", "NO_SUCH_CHOICE");
        assertThat(words("taxCreditRating", "in").problem("it")).hasFieldOrPropertyWithValue("code", "REQUIRED");
        assertThat(words("industryCode", "in", "c").problem("it")).hasFieldOrPropertyWithValue("code", "FORMAT");
        assertThat(words("established", ">=", "2024-02-30").problem("it"))
                .hasFieldOrPropertyWithValue("code", "REQUIRED");
        assertThat(new Condition("noWageArrears", "==", null, null, null, List.of()).problem("it"))
                .hasFieldOrPropertyWithValue("code", "REQUIRED");
    }

    @Test
    void every_fact_that_is_offered_can_be_compared_in_each_way_that_is_offered() {
        assertThat(ConditionFact.all()).hasSizeGreaterThan(60).allSatisfy(fact -> {
            assertThat(fact.ways()).isNotEmpty();
            for (ConditionFact.Way way : fact.ways()) {
                assertThat(typed(fact, way.op()).problem("it"))
                        .as(fact.name() + " " + way.op())
                        .isNull();
            }
        });
    }

    @Test
    void a_comparison_comes_back_as_the_condition_that_it_was() {
        for (ConditionFact fact : ConditionFact.all()) {
            for (ConditionFact.Way way : fact.ways()) {
                Comparison comparison = typed(fact, way.op()).comparison();

                assertThat(Condition.of(comparison))
                        .as(fact.name() + " " + way.op())
                        .isNotNull()
                        .satisfies(it -> assertThat(it.comparison()).isEqualTo(comparison));
            }
        }
        assertThat(Condition.of(Comparison.of("entityType", Operator.EQUAL, "个体工商户")))
                .as("one that the list cannot hold stays with the edition in force")
                .isNull();
    }

    private static Condition typed(ConditionFact fact, String op) {
        BigDecimal one = BigDecimal.ONE;
        return switch (fact.form()) {
            case FIGURE -> {
                BigDecimal least = cn.zhengqi.matching.api.facts.FactDictionary.standard()
                        .get(fact.name())
                        .min();
                BigDecimal some = least == null ? one : least.max(one);
                yield new Condition(fact.name(), op, some, op.equals("between") ? some : null, null, List.of());
            }
            case FLAG -> new Condition(fact.name(), op, null, null, false, List.of());
            case DAY -> words(fact.name(), op, "2025-01-01");
            case CHOICE, CHOICES ->
                words(fact.name(), op, fact.choices().getFirst(), fact.choices().getLast());
            case CODE -> words(fact.name(), op, "C26");
        };
    }

    private static Condition figure(String fact, String op, String number, @Nullable String upTo) {
        return new Condition(
                fact, op, new BigDecimal(number), upTo == null ? null : new BigDecimal(upTo), null, List.of());
    }

    private static Condition words(String fact, String op, String... words) {
        return new Condition(fact, op, null, null, null, List.of(words));
    }
}
