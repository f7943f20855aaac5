package cn.zhengqi.matching.engine;

import static cn.zhengqi.matching.engine.Rules.AS_OF;
import static cn.zhengqi.matching.engine.Rules.profile;
import static cn.zhengqi.matching.engine.Rules.years;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactCheckTest {

    private final FactCheck check = new FactCheck(FactDictionary.standard());

    static Stream<Arguments> absurd() {
        return Stream.of(
                Arguments.of("employees", -1, "FACT_OUT_OF_RANGE"),
                Arguments.of("employees", 2_000_000, "FACT_OUT_OF_RANGE"),
                Arguments.of("employees", 3.5, "FACT_WRONG_KIND"),
                Arguments.of("employees", "many", "FACT_WRONG_KIND"),
                Arguments.of("totalAssets", Double.NaN, "FACT_WRONG_KIND"),
                Arguments.of("hiTechIncomeRatio", 100.1, "FACT_OUT_OF_RANGE"),
                Arguments.of("mainGrowth", years(-100.1), "FACT_OUT_OF_RANGE"),
                Arguments.of("revenue", years(1.0, 2.0, 3.0, 4.0), "FACT_OUT_OF_RANGE"),
                Arguments.of("revenue", years(1.0, -2.0), "FACT_OUT_OF_RANGE"),
                Arguments.of("revenue", 5, "FACT_WRONG_KIND"),
                Arguments.of("established", "2026-03-16", "FACT_OUT_OF_RANGE"),
                Arguments.of("established", "2026-02-30", "FACT_WRONG_KIND"),
                Arguments.of("ownBrand", "yes", "FACT_WRONG_KIND"),
                Arguments.of("vatType", "其他", "FACT_OUT_OF_RANGE"),
                Arguments.of("vatType", 1, "FACT_WRONG_KIND"),
                Arguments.of("quals", "高新技术企业", "FACT_WRONG_KIND"),
                Arguments.of("quals", List.of(1), "FACT_WRONG_KIND"),
                Arguments.of("quals", List.of("高新技术企业", "x"), "FACT_OUT_OF_RANGE"),
                Arguments.of("collateral", List.of("信誉"), "FACT_OUT_OF_RANGE"),
                Arguments.of("rdStaff", 3.5, "FACT_WRONG_KIND"),
                Arguments.of("quals", List.of("长".repeat(101)), "FACT_OUT_OF_RANGE"),
                Arguments.of("industryCode", " ", "FACT_OUT_OF_RANGE"),
                Arguments.of("industryCode", "ABC", "FACT_OUT_OF_RANGE"),
                Arguments.of("industryCode", "<script>", "FACT_OUT_OF_RANGE"),
                Arguments.of("industryCode", "C9999", "FACT_OUT_OF_RANGE"),
                Arguments.of("industryCode", 6513, "FACT_WRONG_KIND"),
                Arguments.of("regionCode", "巴南", "FACT_OUT_OF_RANGE"),
                Arguments.of("regionCode", "001234", "FACT_OUT_OF_RANGE"),
                Arguments.of("regionCode", 500113, "FACT_WRONG_KIND"),
                Arguments.of("rdStaffRatio", 10, "FACT_NOT_EDITABLE"),
                Arguments.of("noSuchFact", 1, "FACT_UNKNOWN"));
    }

    @ParameterizedTest
    @MethodSource("absurd")
    void an_absurd_fact_is_refused_with_its_reason(String name, Object value, String code) {
        assertThat(check.check(profile(name, value), AS_OF)).singleElement().satisfies(problem -> {
            assertThat(problem.fact()).isEqualTo(name);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "industryCode, I6513",
        "industryCode, 6513",
        "industryCode, i651",
        "industryCode, C",
        "industryCode, C1810",
        "regionCode, 500113",
        "regionCode, 110108",
        "regionCode, 500113101000"
    })
    void a_code_is_taken_as_precisely_as_it_is_known(String name, String code) {
        assertThat(check.check(profile(name, code), AS_OF)).isEmpty();
    }

    @Test
    void an_item_that_is_not_on_the_list_is_named() {
        assertThat(check.check(profile("collateral", List.of("房产", "信誉")), AS_OF))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("可抵押物没有“信誉”，应为以下各项：房产、土地、设备、存货、应收账款"));
        assertThat(check.sound(profile("collateral", List.of("房产", "信誉")), AS_OF))
                .as("from a source it is kept: it is known to be none of them")
                .isEqualTo(Map.of("collateral", List.of("房产", "信誉")));
    }

    @Test
    void unknown_is_always_fine_but_not_under_an_unknown_name() {
        assertThat(check.check(profile("employees", null, "revenue", years(null, 3.0)), AS_OF))
                .isEmpty();
        assertThat(check.check(profile("noSuchFact", null), AS_OF)).hasSize(1);
    }

    @Test
    void ends_of_a_range_are_accepted() {
        assertThat(check.check(
                        profile(
                                "employees",
                                0,
                                "hiTechIncomeRatio",
                                100,
                                "taxableIncome",
                                -50,
                                "netProfit",
                                -1.5,
                                "mainGrowth",
                                years(-100.0, 300.0)),
                        AS_OF))
                .isEmpty();
        assertThat(check.check(profile("established", "2026-03-15"), AS_OF)).isEmpty();
    }

    @Test
    void profit_is_told_by_year_and_a_plain_number_is_the_newest() {
        assertThat(check.check(profile("netProfit", years(150.0, -20.0, 90.0), "totalProfit", years(1.0)), AS_OF))
                .isEmpty();
        assertThat(check.check(profile("netProfit", years(1.0, 2.0, 3.0, 4.0)), AS_OF))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("净利润最多 3 年"));
        assertThat(check.sound(profile("netProfit", 150), AS_OF)).isEqualTo(Map.of("netProfit", List.of(150)));
    }

    @Test
    void a_part_cannot_exceed_its_whole() {
        assertThat(check.check(profile("employees", 10, "rdStaff", 11), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message()).isEqualTo("研发人员数（11）不能大于职工总数（10）");
                });
        assertThat(check.check(profile("employees", 10, "rdStaff", 10), AS_OF)).isEmpty();
        assertThat(check.check(profile("rdStaff", 10), AS_OF)).isEmpty();
    }

    @Test
    void more_people_cannot_be_insured_than_there_are() {
        assertThat(check.check(profile("employees", 10, "insured", 1390), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message()).isEqualTo("参保人数（1,390）不能大于职工总数（10）");
                    assertThat(problem.between()).containsExactlyInAnyOrder("insured", "employees");
                });
        assertThat(check.check(profile("employees", 10, "insured", 10), AS_OF)).isEmpty();
    }

    @Test
    void a_year_before_the_foundation_has_no_figures() {
        assertThat(check.check(profile("established", "2024-12-31", "revenue", years(90.0, 40.0, 500.0)), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.fact()).isEqualTo("revenue");
                    assertThat(problem.field()).isEqualTo("revenue[2]");
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message()).isEqualTo("营业收入填写了 2023 年的数据，而企业成立于 2024年12月31日，成立以前的年份请留空");
                });
        assertThat(check.check(profile("established", "2026-01-05", "netProfit", 3), AS_OF))
                .as("a plain number is the newest full year")
                .hasSize(1);
        assertThat(check.check(profile("established", "2024-12-31", "revenue", years(90.0, 40.0, null)), AS_OF))
                .as("the year of the foundation has figures")
                .isEmpty();
        assertThat(check.check(profile("established", "2025-01-01", "rdExpense", years(1.0, 0.0, 0.0)), AS_OF))
                .as("nothing was spent before")
                .isEmpty();
    }

    @Test
    void profit_far_beyond_the_revenue_of_its_year_is_a_slip_of_the_unit() {
        assertThat(check.check(
                        profile("revenue", years(45_287.0, 40_000.0), "totalProfit", years(99_999_999.0, 900.0)),
                        AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("totalProfit[0]");
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message())
                            .isEqualTo("2025 年利润总额 99,999,999 万元，超过当年营业收入 45,287 万元的 10 倍，请核对数字和单位（万元）");
                });
        assertThat(check.check(profile("revenue", years(2000.0, 2000.0), "netProfit", years(1.0, -20_001.0)), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("netProfit[1]");
                    assertThat(problem.message()).contains("2024 年净利润 -20,001 万元，亏损超过");
                });
    }

    @Test
    void profit_of_another_world_than_revenue_is_believed_where_it_can_be() {
        assertThat(check.check(profile("revenue", years(2000.0), "netProfit", years(20_000.0)), AS_OF))
                .as("ten times")
                .isEmpty();
        assertThat(check.check(profile("revenue", years(0.0), "netProfit", years(1000.0)), AS_OF))
                .as("a holding")
                .isEmpty();
        assertThat(check.check(profile("revenue", years(0.0), "netProfit", years(-10_000.0)), AS_OF))
                .as("research before there is anything to sell")
                .isEmpty();
        assertThat(check.check(profile("netProfit", years(90_000.0), "revenue", years(null, 5.0)), AS_OF))
                .as("of another year")
                .isEmpty();
    }

    @Test
    void nobody_spends_on_research_many_times_what_they_earn_unless_they_have_nothing_to_sell_yet() {
        assertThat(check.check(profile("revenue", years(9860.0), "rdExpense", years(999_999.0)), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("rdExpense[0]");
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message()).contains("研发费用 999,999 万元", "营业收入 9,860 万元的 10 倍");
                });
        assertThat(check.check(profile("revenue", years(0.0), "rdExpense", years(10_000.0)), AS_OF))
                .isEmpty();
    }

    static Stream<Arguments> longerThanTheEnterprise() {
        return Stream.of(
                Arguments.of("taxYears", 100, 20, "连续纳税年数（100）不能大于企业成立以来的年数（20，企业成立于 2007年10月2日）"),
                Arguments.of("nicheYears", 60, 20, "从事细分市场年限（60）不能大于企业成立以来的年数（20，企业成立于 2007年10月2日）"),
                Arguments.of(
                        "unemploymentInsuranceMonths", 700, 222, "连续缴纳失业保险月数（700）不能大于企业成立以来的月数（222，企业成立于 2007年10月2日）"));
    }

    @ParameterizedTest
    @MethodSource("longerThanTheEnterprise")
    void nothing_lasts_longer_than_the_enterprise(String name, int absurd, int longest, String message) {
        assertThat(check.check(profile("established", "2007-10-02", name, absurd), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo(name);
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message()).isEqualTo(message);
                    assertThat(problem.between()).containsExactlyInAnyOrder(name, "established");
                });
        assertThat(check.check(profile("established", "2007-10-02", name, longest + 1), AS_OF))
                .hasSize(1);
        assertThat(check.check(profile("established", "2007-10-02", name, longest), AS_OF))
                .as("the year or month of the foundation, and that of today, count")
                .isEmpty();
        assertThat(check.check(profile(name, absurd), AS_OF))
                .as("nobody knows since when it is there")
                .isEmpty();
    }

    @Test
    void a_worker_may_have_been_insured_before_the_enterprise_was_there() {
        assertThat(check.check(profile("established", "2025-01-01", "unemploymentInsuranceMonthsPerson", 120), AS_OF))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hiresKeyGroup", "hiresVeterans", "hiresGraduates"})
    void nobody_hired_more_people_than_there_are(String name) {
        assertThat(check.check(profile("employees", 188, name, 5000), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message()).endsWith("人数（5,000）不能大于职工总数（188）");
                });
        assertThat(check.check(profile("employees", 188, name, 188), AS_OF)).isEmpty();
    }

    @Test
    void a_month_sells_no_multiple_of_a_year() {
        assertThat(check.check(profile("revenue", years(9597.0), "monthlySales", 900_000), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("monthlySales");
                    assertThat(problem.code()).isEqualTo("FACT_INCONSISTENT");
                    assertThat(problem.message())
                            .isEqualTo("月销售额 900,000 万元，按 12 个月折算，超过 2025 年营业收入 9,597 万元的 10 倍，请核对数字和单位（万元）");
                });
        assertThat(check.check(profile("revenue", years(9600.0), "monthlySales", 8000), AS_OF))
                .as("ten times")
                .isEmpty();
        assertThat(check.check(profile("revenue", years(0.0), "monthlySales", 800), AS_OF))
                .as("who began to sell this year")
                .isEmpty();
        assertThat(check.check(profile("revenue", years(null, 5.0), "monthlySales", 900_000), AS_OF))
                .as("the revenue of the newest year is not known")
                .isEmpty();
    }

    @Test
    void taxable_income_and_the_revenue_of_the_newest_year_are_of_one_world() {
        assertThat(check.check(profile("revenue", years(9597.0, 900_000.0), "taxableIncome", 900_000), AS_OF))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("taxableIncome");
                    assertThat(problem.message())
                            .isEqualTo("年度应纳税所得额 900,000 万元，超过 2025 年营业收入 9,597 万元的 10 倍，请核对数字和单位（万元）");
                });
        assertThat(check.check(profile("revenue", years(10.0), "taxableIncome", -9000), AS_OF))
                .as("a loss of research")
                .isEmpty();
    }

    @Test
    void limits_are_written_with_separators_and_quotation_marks_inside_others_are_single() {
        assertThat(check.check(profile("employees", 1_000_001), AS_OF))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("职工总数应在 0 到 1,000,000 人 之间"));
        assertThat(check.check(profile("quals", List.of("专精特新“大巨人”企业")), AS_OF))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("持有的资质没有“专精特新‘大巨人’企业”，"));
    }

    @Test
    void sound_facts_are_kept_and_the_others_count_as_unknown() {
        assertThat(check.sound(
                        profile(
                                "employees",
                                -1,
                                "insured",
                                3,
                                "noSuchFact",
                                1,
                                "industryTag",
                                "人工智能",
                                "ownBrand",
                                "yes",
                                "revenue",
                                years(1.0, 2.0, 3.0, 4.0),
                                "rdStaffRatio",
                                10,
                                "quals",
                                null),
                        AS_OF))
                .containsOnlyKeys("insured", "industryTag", "revenue");
    }
}
