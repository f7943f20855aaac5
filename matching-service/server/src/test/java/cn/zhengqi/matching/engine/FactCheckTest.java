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
import org.junit.jupiter.params.provider.MethodSource;

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
                                "established",
                                "2026-03-15",
                                "mainGrowth",
                                years(-100.0, 300.0)),
                        AS_OF))
                .isEmpty();
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
