package cn.zhengqi.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom facts decide that are for the enterprises alone, while others write the conditions. */
class OwnersShareTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Criterion EARNING = Comparison.of("taxableIncome", Operator.AT_LEAST, 100);
    private static final Criterion GREAT = Comparison.of("employees", Operator.AT_LEAST, 1_000);

    @Test
    void what_others_may_read_is_counted_to_the_last() {
        OwnersShare share = share(GREAT, Map.of("employees", 2_000), Map.of("employees", 3));

        assertThat(share.tellsAll()).isTrue();
        assertThat(share.told(1)).isEqualTo(1);
        assertThat(share.told(0)).isZero();
    }

    @Test
    void while_nobody_has_said_such_a_figure_nothing_of_it_can_be_told() {
        assertThat(share(EARNING, Map.of("employees", 5)).told(1)).isEqualTo(1);
    }

    @Test
    void of_very_few_nothing_is_told_though_many_others_are_counted_with_them() {
        OwnersShare share = share(
                new AnyOf(null, null, false, List.of(GREAT, EARNING)),
                Map.of("employees", 2_000, "taxableIncome", 5),
                Map.of("employees", 3_000, "taxableIncome", 5),
                Map.of("employees", 4_000, "taxableIncome", 5),
                Map.of("employees", 20, "taxableIncome", 120));

        assertThat(share.ofVeryFew()).isTrue();
        assertThat(share.told(4)).isNull();
    }

    @Test
    void of_whom_the_other_conditions_rule_out_no_figure_is_asked() {
        OwnersShare share = share(
                AllOf.of(GREAT, EARNING),
                Map.of("employees", 2, "taxableIncome", 120),
                Map.of("employees", 3, "taxableIncome", 120),
                Map.of("employees", 4, "taxableIncome", 120),
                Map.of("employees", 2_000, "taxableIncome", 120));

        assertThat(share.ofVeryFew()).isTrue();
    }

    @Test
    void of_more_of_them_counts_are_told_from_three_on() {
        OwnersShare share =
                share(EARNING, Map.of("taxableIncome", 120), Map.of("taxableIncome", 130), Map.of("taxableIncome", 5));

        assertThat(share.ofVeryFew()).isFalse();
        assertThat(share.told(3)).isEqualTo(3);
        assertThat(share.told(2)).isNull();
        assertThat(share.told(0)).as("that it is nobody tells as much").isNull();
    }

    @Test
    void what_is_computed_from_such_a_figure_is_one() {
        OwnersShare share = share(
                Comparison.of("smallLowProfit", Operator.EQUAL, true),
                Map.of(
                        "entityType", "企业",
                        "restrictedIndustry", false,
                        "employees", 20,
                        "totalAssets", 100,
                        "taxableIncome", 120));

        assertThat(share.ofVeryFew()).isTrue();
    }

    @SafeVarargs
    private static OwnersShare share(Criterion typed, Map<String, Object>... enterprises) {
        OwnersShare share = new OwnersShare(FactDictionary.standard(), typed);
        for (Map<String, Object> known : enterprises) {
            share.add(known, DAY);
        }
        return share;
    }
}
