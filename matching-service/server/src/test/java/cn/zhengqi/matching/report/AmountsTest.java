package cn.zhengqi.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.benefit.Amounts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void one_and_the_same_end_is_one_figure() {
        assertThat(range("400", "400.00", "万元")).isEqualTo("400 万元");
        assertThat(range("1200", "3400.5", "万元")).isEqualTo("1,200—3,400.5 万元");
        assertThat(range("50", "50", "%")).isEqualTo("50%");
    }

    @Test
    void what_is_known_of_several_years_is_told_year_by_year() {
        FactDefinition revenue = FactDictionary.standard().get("revenue");

        assertThat(FactUsed.words(revenue, List.of(2400, 2000.5, 1500), null))
                .isEqualTo("最近一年 2,400 万元，前一年 2,000.5 万元，前两年 1,500 万元");
        assertThat(FactUsed.words(revenue, Arrays.asList(2400, null, 1500), null))
                .isEqualTo("最近一年 2,400 万元，前两年 1,500 万元");
        assertThat(FactUsed.words(revenue, List.of(), null)).isEqualTo("未填");
    }

    private static String range(String low, String high, String unit) {
        return Amounts.range(new BigDecimal(low), new BigDecimal(high), unit);
    }
}
