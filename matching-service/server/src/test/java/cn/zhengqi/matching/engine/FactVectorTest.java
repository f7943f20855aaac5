package cn.zhengqi.matching.engine;

import static cn.zhengqi.matching.engine.Rules.AS_OF;
import static cn.zhengqi.matching.engine.Rules.vector;
import static cn.zhengqi.matching.engine.Rules.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactVectorTest {

    @Test
    void an_absent_fact_and_a_null_fact_are_both_unknown_and_neither_is_zero() {
        assertThat(vector().number("employees")).isNaN();
        assertThat(vector("employees", null).number("employees")).isNaN();
        assertThat(vector("employees", 0).number("employees")).isZero();
        assertThat(vector("ownBrand", null).known("ownBrand")).isFalse();
        assertThat(vector("ownBrand", false).known("ownBrand")).isTrue();
    }

    @Test
    void an_empty_list_of_qualifications_is_known_to_be_empty() {
        assertThat(vector("quals", List.of()).known("quals")).isTrue();
        assertThat(vector().known("quals")).isFalse();
    }

    @Test
    void registration_age_counts_days_up_to_the_day_of_the_match() {
        assertThat(vector("established", "2025-03-15").number("regAgeDays")).isEqualTo(365);
        assertThat(vector("established", "2025-03-16").number("regAgeDays")).isEqualTo(364);
        assertThat(vector("established", "2026-03-15").number("regAgeDays")).isZero();
    }

    @Test
    void the_day_of_the_match_decides_the_age() {
        FactVector earlier =
                FactVector.of(FactDictionary.standard(), Map.of("established", "2020-05-10"), LocalDate.of(2021, 5, 9));

        assertThat(earlier.number("regAgeDays")).isEqualTo(364);
        assertThat(earlier.number("ageYears")).isLessThan(1);
    }

    @Test
    void whole_years_are_reached_on_the_anniversary() {
        assertThat(vector("established", "2024-03-15").number("ageYears")).isEqualTo(2);
        assertThat(vector("established", "2024-03-16").number("ageYears")).isLessThan(2);
    }

    @Test
    void ratios_are_in_percent_and_exact_at_round_figures() {
        assertThat(vector("rdStaff", 20, "employees", 45).number("rdStaffRatio"))
                .isCloseTo(44.444, within(0.001));
        assertThat(vector("rdStaff", 3, "employees", 30).number("rdStaffRatio")).isEqualTo(10.0);
        assertThat(vector("rdExpense", years(33.3), "revenue", years(1110.0)).number("rdRatioY1"))
                .isEqualTo(3.0);
        assertThat(vector("liabilities", 38.5, "totalAssets", 70).number("debtRatio"))
                .isEqualTo(55.0);
        assertThat(vector("disabledCount", 3, "employees", 280).number("disabledRatio"))
                .isCloseTo(1.0714, within(0.001));
    }

    @Test
    void a_ratio_to_nothing_or_to_an_unknown_is_unknown() {
        assertThat(vector("rdStaff", 0, "employees", 0).number("rdStaffRatio")).isNaN();
        assertThat(vector("rdStaff", 5).number("rdStaffRatio")).isNaN();
        assertThat(vector("rdExpense", years(0.0), "revenue", years(0.0)).number("rdRatioY1"))
                .isNaN();
    }

    @Test
    void criteria_on_profit_mean_the_newest_year_in_either_form() {
        for (Object profit : List.of(150, years(150.0), years(150.0, -20.0, 90.0))) {
            FactVector vector = vector("netProfit", profit, "revenue", years(1500.0));
            assertThat(vector.number("netProfit")).isEqualTo(150.0);
            assertThat(vector.number("netProfitMargin")).isEqualTo(10.0);
        }
        assertThat(vector("netProfit", years(null, 90.0)).known("netProfit")).isFalse();
    }

    @Test
    void a_margin_asks_for_what_it_lacks_and_not_for_older_years() {
        assertThat(vector("netProfit", years(150.0)).missing("netProfitMargin")).containsExactly("revenue");
        assertThat(vector("revenue", years(150.0)).missing("netProfitMargin")).containsExactly("netProfit");
        // A list that cannot be changed does not like to be asked for null.
        assertThat(vector("rdExpense", List.of(5.0, 4.0, 3.0)).missing("rdRatio3y"))
                .containsExactly("revenue");
    }

    @Test
    void the_three_year_ratio_takes_the_years_that_are_known_of_both() {
        assertThat(vector("rdExpense", years(520.0, 460.0, 400.0), "revenue", years(12000.0, 11000.0, 10000.0))
                        .number("rdRatio3y"))
                .isCloseTo(4.1818, within(0.0001));
        assertThat(vector("rdExpense", years(50.0, null, 10.0), "revenue", years(1000.0, 2000.0, 1000.0))
                        .number("rdRatio3y"))
                .isEqualTo(3.0);
        assertThat(vector("rdExpense", years(50.0), "revenue", years(1000.0)).number("rdRatio3y"))
                .isEqualTo(5.0);
        assertThat(vector("rdExpense", years(null, 50.0), "revenue", years(1000.0, null))
                        .number("rdRatio3y"))
                .isNaN();
        assertThat(vector("rdExpense", years(50.0)).number("rdRatio3y")).isNaN();
    }

    @Test
    void a_sum_of_three_years_is_at_least_what_is_known_of_it_and_is_known_when_all_of_them_are() {
        int sum = FactDictionary.standard().slot("revenueSum3y");
        FactVector all = vector("revenue", years(1000.0, 1000.0, 1000.0), "rdExpense", years(50.0));
        FactVector two = vector("revenue", years(1000.0, null, 500.0));
        FactVector young = vector(
                "revenue",
                years(1000.0),
                "established",
                Rules.AS_OF.withDayOfYear(1).minusYears(1));

        assertThat(all.number("revenueSum3y"))
                .as("whatever is known of research")
                .isEqualTo(3000.0);
        assertThat(two.number("revenueSum3y")).isNaN();
        assertThat(two.low[sum]).isEqualTo(1500.0);
        assertThat(two.high[sum]).isInfinite();
        assertThat(young.number("revenueSum3y"))
                .as("before its foundation it had none")
                .isEqualTo(1000.0);
        assertThat(vector("rdExpense", years(50.0)).known("revenueSum3y")).isFalse();
    }

    @Test
    void the_lower_of_two_years_is_at_most_the_known_one() {
        FactVector both = vector("rdExpense", years(3.0, 5.0), "revenue", years(100.0, 100.0));
        FactVector one = vector("rdExpense", years(3.0), "revenue", years(100.0));
        int slot = FactDictionary.standard().slot("rdRatio2yMin");

        assertThat(both.number("rdRatio2yMin")).isEqualTo(3.0);
        assertThat(one.number("rdRatio2yMin")).isNaN();
        assertThat(one.low[slot]).isZero();
        assertThat(one.high[slot]).isEqualTo(3.0);
    }

    @Test
    void the_mean_of_two_years_is_at_least_half_of_the_known_one() {
        FactVector one = vector("rdExpense", years(2400.0));
        int slot = FactDictionary.standard().slot("rdExpenseAvg2y");

        assertThat(vector("rdExpense", years(520.0, 460.0)).number("rdExpenseAvg2y"))
                .isEqualTo(490.0);
        assertThat(one.number("rdExpenseAvg2y")).isNaN();
        assertThat(one.low[slot]).isEqualTo(1200.0);
    }

    @Test
    void mean_growth_needs_both_years() {
        assertThat(vector("mainGrowth", years(20.0, 25.0)).number("mainGrowth2y"))
                .isEqualTo(22.5);
        assertThat(vector("mainGrowth", years(-10.0, 20.0)).number("mainGrowth2y"))
                .isEqualTo(5.0);
        assertThat(vector("mainGrowth", years(20.0, null)).number("mainGrowth2y"))
                .isNaN();
        assertThat(vector("mainGrowth", years(20.0)).number("mainGrowth2y")).isNaN();
    }

    @Test
    void figures_by_year_are_newest_first() {
        FactVector vector = vector("revenue", years(1800.0, null, 1200.0));

        assertThat(vector.number("revenueY1")).isEqualTo(1800);
        assertThat(vector.number("revenueY2")).isNaN();
        assertThat(vector.number("revenueY3")).isEqualTo(1200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "企业,false,300,300,5000,1",
                "企业,false,300.01,300,5000,0",
                "企业,false,300,301,5000,0",
                "企业,false,300,300,5000.01,0",
                "企业,true,300,300,5000,0",
                "个体工商户,false,10,3,20,0",
                "个体工商户,?,?,?,?,0",
                "企业,false,-50,3,20,1",
                "?,false,10,3,20,?",
                "企业,?,10,3,20,?",
                "企业,false,?,3,20,?",
                "企业,?,900,3,20,0",
            })
    void small_low_profit_is_an_enterprise_within_all_four_limits(
            String entity, Boolean restricted, Double income, Double employees, Double assets, Double expected) {
        FactVector vector = vector(
                "entityType", entity,
                "restrictedIndustry", restricted,
                "taxableIncome", income,
                "employees", employees,
                "totalAssets", assets);

        assertThat(vector.known("smallLowProfit")).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(vector.number("smallLowProfit")).isEqualTo(expected);
        }
    }

    @Test
    void rights_of_a_better_kind_cannot_outnumber_all_of_the_class() {
        FactVector none = vector("class1Ip", 0);

        assertThat(none.number("class1IpHighValue")).isZero();
        assertThat(none.number("class1IpSelfDeveloped")).isZero();
        assertThat(vector("class1Ip", 2).number("class1IpHighValue")).isNaN();
        assertThat(vector("class1Ip", 2, "class1IpHighValue", 1).number("class1IpHighValue"))
                .isEqualTo(1);
    }

    @Test
    void an_individual_business_is_no_resident_enterprise() {
        assertThat(vector("entityType", "个体工商户").number("residentEnterprise")).isZero();
        assertThat(vector("entityType", "企业").known("residentEnterprise")).isFalse();
        assertThat(vector().known("residentEnterprise")).isFalse();
    }

    @Test
    void industry_codes_come_with_or_without_their_letter() {
        assertThat(vector("industryCode", "C3484").text("industryCode")).isEqualTo("C3484");
        assertThat(vector("industryCode", "3484").text("industryCode")).isEqualTo("C3484");
        assertThat(vector("industryCode", "i6513").text("industryCode")).isEqualTo("I6513");
        assertThat(vector("industryCode", "0111").text("industryCode")).isEqualTo("A0111");
        assertThat(vector("industryCode", "5211").text("industryCode")).isEqualTo("F5211");
        assertThat(vector("industryCode", "7010").text("industryCode")).isEqualTo("K7010");
        assertThat(vector("industryCode", " ").known("industryCode")).isFalse();
    }

    @Test
    void the_facts_that_keep_a_derived_one_unknown_are_named() {
        assertThat(vector("employees", 45).missing("rdStaffRatio")).containsExactly("rdStaff");
        assertThat(vector().missing("rdStaffRatio")).containsExactly("rdStaff", "employees");
        assertThat(vector("industryCode", "C3484", "employees", 45).missing("enterpriseSize"))
                .containsExactly("revenue");
        assertThat(vector("industryCode", "L7211", "employees", 45).missing("enterpriseSize"))
                .containsExactly("totalAssets");
        assertThat(vector("rdExpense", years(1.0), "revenue", years(10.0, 9.0, 8.0))
                        .missing("rdRatio2yMin"))
                .containsExactly("rdExpense");
    }

    @Test
    void a_fact_of_a_wrong_kind_is_unknown() {
        assertThat(vector("employees", "many").number("employees")).isNaN();
        assertThat(vector("established", "yesterday").number("regAgeDays")).isNaN();
        assertThat(vector("quals", "高新技术企业").known("quals")).isFalse();
    }

    @Test
    void as_of_is_part_of_the_vector() {
        assertThat(vector().asOf()).isEqualTo(AS_OF);
    }
}
