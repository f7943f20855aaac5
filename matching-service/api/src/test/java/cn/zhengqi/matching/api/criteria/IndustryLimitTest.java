package cn.zhengqi.matching.api.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.facts.IndustrySection;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndustryLimitTest {

    private static final Criterion MANUFACTURING = Comparison.of("industryCode", Operator.IN, List.of("C"));
    private static final Criterion SOFTWARE = Comparison.of("industryCode", Operator.IN, List.of("I65"));
    private static final Criterion FACTORIES = Comparison.of("industryCode", Operator.IN, List.of("B", "C", "D"));
    private static final Criterion SMALL = Comparison.of("employees", Operator.AT_MOST, 300);

    @Test
    void what_has_to_hold_beside_the_industry_limits_it_no_further() {
        assertThat(IndustryLimit.of(AllOf.of(SMALL, SOFTWARE))).containsExactly(IndustrySection.I);
        assertThat(IndustryLimit.of(AllOf.of(FACTORIES, MANUFACTURING))).containsExactly(IndustrySection.C);
    }

    @Test
    void where_another_way_leads_past_the_industry_there_is_no_limit() {
        assertThat(IndustryLimit.of(AnyOf.of(SMALL, SOFTWARE))).isEmpty();
        assertThat(IndustryLimit.of(AnyOf.of(MANUFACTURING, SOFTWARE)))
                .containsExactly(IndustrySection.C, IndustrySection.I);
    }

    @Test
    void who_needs_more_conditions_than_are_open_to_all_needs_the_industry() {
        assertThat(IndustryLimit.of(AtLeast.of(2, SMALL, MANUFACTURING, SOFTWARE)))
                .containsExactly(IndustrySection.C, IndustrySection.I);
        assertThat(IndustryLimit.of(AtLeast.of(1, SMALL, MANUFACTURING, SOFTWARE)))
                .isEmpty();
    }

    @Test
    void industries_that_are_shut_out_make_it_none_for_all_the_others() {
        assertThat(IndustryLimit.of(Comparison.of("industryCode", Operator.NOT_IN, List.of("C16", "H"))))
                .isEmpty();
        assertThat(IndustryLimit.of(SMALL)).isEmpty();
    }

    @Test
    void bands_of_industries_are_those_industries_and_bands_of_a_size_are_what_holds_in_all_of_them() {
        Band factories = new Band("工业", null, true, null, true, List.of("C"), SMALL);
        Band shops = new Band("零售", null, true, null, true, List.of("F52"), SMALL);
        assertThat(IndustryLimit.of(new Banded(null, null, "industryCode", List.of(factories, shops))))
                .containsExactly(IndustrySection.C, IndustrySection.F);

        Band small = new Band("小型", null, true, null, true, List.of("小型"), SOFTWARE);
        Band large = new Band("大型", null, true, null, true, List.of("大型"), SMALL);
        assertThat(IndustryLimit.of(new Banded(null, null, "size", List.of(small, large))))
                .isEmpty();
        assertThat(IndustryLimit.of(new Banded(null, null, "size", List.of(small))))
                .containsExactly(IndustrySection.I);
    }

    @Test
    void what_is_no_code_of_the_standard_limits_nobody() {
        assertThat(IndustryLimit.of(Comparison.of("industryCode", Operator.IN, List.of("C", "65"))))
                .isEmpty();
    }
}
