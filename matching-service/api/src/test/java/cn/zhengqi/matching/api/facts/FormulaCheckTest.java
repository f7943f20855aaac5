package cn.zhengqi.matching.api.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.facts.Formula.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaCheckTest {

    private static final FactDictionary FACTS = FactDictionary.standard();
    private static final Formula EMPLOYEES = new Figure("employees", null);
    private static final Formula RD_STAFF = new Figure("rdStaff", null);
    private static final Formula REVENUE = new Figure("revenue", 0);
    private static final Formula SHARE = new Figure("mainRevenueRatio", null);
    private static final Formula TWO = new Formula.Constant(new BigDecimal("2"), null);

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of(new Formula.Plus(List.of(EMPLOYEES, RD_STAFF)), "人"),
                Arguments.of(new Formula.Percent(RD_STAFF, EMPLOYEES), "%"),
                Arguments.of(new Formula.Over(REVENUE, EMPLOYEES), "万元/人"),
                Arguments.of(new Formula.Over(REVENUE, TWO), "万元"),
                Arguments.of(new Formula.Times(REVENUE, SHARE), "万元"),
                Arguments.of(new Formula.Times(TWO, SHARE), "%"),
                Arguments.of(new Formula.Growth("revenue", 1), "%"),
                Arguments.of(new Formula.Total("rdExpense", 3), "万元"),
                Arguments.of(new Formula.Mean("mainGrowth", 2), "%"),
                Arguments.of(new Formula.Since("established", Formula.Span.YEARS), "年"));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void what_goes_together_has_the_unit_of_what_comes_out(Formula formula, String unit) {
        FormulaCheck.Result result = FormulaCheck.of(FACTS, "new", formula);

        assertThat(result.faults()).isEmpty();
        assertThat(result.unit()).isEqualTo(unit);
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                Arguments.of(
                        new Formula.Plus(List.of(EMPLOYEES, REVENUE)), "/parts/1", "FORMULA_UNIT_MISMATCH", "人”和“万元"),
                Arguments.of(
                        new Formula.Minus(REVENUE, new Formula.Constant(BigDecimal.TEN, null)),
                        "/less",
                        "FORMULA_UNIT_MISMATCH",
                        "无单位"),
                Arguments.of(new Formula.Times(REVENUE, EMPLOYEES), "/right", "FORMULA_UNIT_MISMATCH", "不能相乘"),
                Arguments.of(new Formula.Over(REVENUE, SHARE), "/whole", "FORMULA_DIVISOR", "没有意义"),
                Arguments.of(
                        new Formula.Over(REVENUE, new Formula.Constant(BigDecimal.ZERO, null)),
                        "/whole",
                        "FORMULA_DIVISOR",
                        "大于 0"),
                Arguments.of(new Figure("noSuchFact", null), "/fact", "FORMULA_FACT_UNKNOWN", "noSuchFact"),
                Arguments.of(new Figure("entityType", null), "/fact", "FORMULA_NOT_A_NUMBER", "不是数"),
                Arguments.of(new Figure("revenue", null), "/year", "FORMULA_YEAR", "哪一年"),
                Arguments.of(new Figure("revenue", 3), "/year", "FORMULA_YEAR", "哪一年"),
                Arguments.of(new Formula.Growth("revenue", 2), "/year", "FORMULA_YEAR", "上一年"),
                Arguments.of(new Formula.Total("mainGrowth", 2), "/fact", "FORMULA_UNIT_MISMATCH", "百分比不能合计"),
                Arguments.of(new Formula.Total("revenue", 4), "/years", "FORMULA_YEAR", "2 到 3 年"),
                Arguments.of(new Formula.Since("employees", Formula.Span.DAYS), "/fact", "FORMULA_NOT_A_DAY", "不是日期"),
                Arguments.of(new Formula.Plus(List.of(EMPLOYEES)), "", "FORMULA_PARTS", "2 到"),
                Arguments.of(TWO, "", "FORMULA_WITHOUT_FACT", "没有指标"),
                Arguments.of(
                        new Formula.Official(Formula.Standard.ENTERPRISE_SIZE), "", "FORMULA_OF_STANDARD", "国家标准"));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void what_means_nothing_is_refused_where_it_stands(Formula formula, String path, String code, String words) {
        assertThat(FormulaCheck.of(FACTS, "new", formula).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.path()).isEqualTo(path);
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.message()).contains(words);
                });
    }

    @Test
    void a_circle_is_named_from_the_fact_back_to_itself() {
        FormulaCheck.Result result = FormulaCheck.of(
                new FactDictionary(
                        List.of(fact("a", new Figure("b", null)), fact("b", new Figure("c", null)), fact("c", null))),
                "c",
                new Formula.Plus(List.of(new Figure("a", null), new Figure("a", null))));

        assertThat(result.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("FORMULA_CIRCULAR");
            assertThat(fault.message()).isEqualTo("指标循环引用：c ← a ← b ← c");
        });
    }

    @Test
    void a_formula_is_told_in_words() {
        assertThat(FormulaWords.spoken(
                        new Formula.Percent(new Formula.Minus(REVENUE, new Figure("revenue", 1)), REVENUE), FACTS))
                .isEqualTo("(营业收入（最近一年） − 营业收入（前一年）) ÷ 营业收入（最近一年）");
        assertThat(FormulaWords.named(new Formula.Percent(RD_STAFF, EMPLOYEES))).isEqualTo("rdStaff ÷ employees");
    }

    private static FactDefinition fact(String name, @Nullable Formula formula) {
        FactDefinition.Description said = new FactDefinition.Description(
                name, "测试", FactDefinition.Closable.UP, null, "当前时点", FactVisibility.AUTHORITIES);
        return formula == null
                ? FactDefinition.filledIn(name, said, FactKind.NUMBER, "人", null, null)
                : FactDefinition.derived(name, List.of(), said, FactKind.NUMBER, "人", null, formula);
    }
}
