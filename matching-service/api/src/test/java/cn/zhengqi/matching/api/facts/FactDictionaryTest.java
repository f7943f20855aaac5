package cn.zhengqi.matching.api.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactDictionaryTest {

    private final FactDictionary dictionary = FactDictionary.standard();

    @Test
    void every_given_fact_of_the_reference_data_has_an_entry() {
        assertThat(List.of(
                        "entityType established industryCode regionCode employees insured rdStaff revenue rdExpense totalAssets liabilities taxableIncome netProfit vatType monthlySales quals coreIp class1Ip class2Ip class1IpMainProduct hiTechField hiTechIncomeRatio domesticRdRatio nicheYears mainRevenueRatio mainGrowth marketShareNational ownBrand rdInstitution taxCreditRating unemploymentInsuranceMonths layoffRate newHireRatio1y disabledCount loanAmount industryTag encouragedIndustry encouragedIncomeRatio manufSalesRatio equityFinancing2y innovationScore zjtxScore provincialAwardTop3_3y auditTaxCollection levyRate noWageArrears noMajorViolation1y noMajorViolation2y residentEnterprise restrictedIndustry"
                                .split(" ")))
                .allSatisfy(name -> assertThat(dictionary.get(name).derived()).isFalse());
    }

    @Test
    void names_of_the_collected_criteria_lead_to_the_same_fact() {
        assertThat(dictionary.get("coreIpCount").name()).isEqualTo("coreIp");
        assertThat(dictionary.get("industryPrefix").name()).isEqualTo("industryCode");
        assertThat(dictionary.get("taxableIncomeY1").name()).isEqualTo("taxableIncome");
    }

    @Test
    void a_derived_fact_names_what_has_to_be_filled_in() {
        assertThat(dictionary.basis("rdStaffRatio")).containsExactly("rdStaff", "employees");
        assertThat(dictionary.basis("enterpriseSize"))
                .containsExactly("industryCode", "employees", "revenue", "totalAssets");
        assertThat(dictionary.basis("employees")).containsExactly("employees");
    }

    @Test
    void numbers_have_ranges_and_choices_have_choices() {
        assertThat(dictionary.facts()).filteredOn(FactDefinition::editable).allSatisfy(fact -> {
            switch (fact.kind()) {
                case NUMBER, INTEGER, YEARS -> assertThat(fact.min()).isNotNull();
                case CHOICE, MULTI_CHOICE -> assertThat(fact.choices()).isNotEmpty();
                default -> assertThat(fact.choices()).isEmpty();
            }
        });
    }

    @Test
    void facts_that_go_round_in_a_circle_are_refused() {
        assertThatThrownBy(() -> new FactDictionary(List.of(derived("a", "b"), derived("b", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("[a, b]");
    }

    @Test
    void every_fact_says_of_which_time_it_speaks_and_who_may_learn_it() {
        assertThat(dictionary.facts()).allSatisfy(fact -> {
            assertThat(fact.period()).isNotBlank();
            assertThat(fact.visibility()).isNotNull();
        });
    }

    @Test
    void nothing_that_is_computed_from_tax_data_is_seen_by_more_than_tax_data() {
        assertThat(dictionary.facts())
                .filteredOn(fact -> dictionary.basis(fact.name()).stream()
                        .anyMatch(basis -> dictionary.get(basis).source() == FactSource.TAX))
                .extracting(FactDefinition::name)
                .contains("taxPaid12m", "smallLowProfit")
                .allSatisfy(
                        name -> assertThat(dictionary.get(name).visibility()).isEqualTo(FactVisibility.OWNER));
    }

    @Test
    void a_name_taken_twice_is_refused() {
        assertThatThrownBy(() -> new FactDictionary(List.of(derived("a"), derived("a"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FactDefinition derived(String name, String... inputs) {
        return new FactDefinition(
                name,
                name,
                FactKind.NUMBER,
                null,
                "计算指标",
                FactSource.DERIVED,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(inputs),
                "formula",
                null,
                FactDefinition.Closable.UP,
                null,
                null,
                "当前时点",
                FactVisibility.AUTHORITIES,
                null,
                null);
    }
}
