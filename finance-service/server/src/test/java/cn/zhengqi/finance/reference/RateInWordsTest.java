package cn.zhengqi.finance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.ReferenceFiles;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rate that is published in words is read as the figure that it is, and no figure is made up. */
class RateInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "年化3.8%, 3.8, 3.8",
        "年化3.8%(2023年), 3.8, 3.8",
        "年化3.45%~3.95%, 3.45, 3.95",
        "年化3.25%起, 3.25,",
        "'年化3.25%起(第三方页面,未注日期)', 3.25,",
        "年化3.45%~3.95%起(第三方口径), 3.45,",
        "年化 3.25% 起（待核实）, 3.25,",
        "年化 3.45%–3.95% 起（待核实）, 3.45,",
        "年化 3.3% 起或 4.05%–4.35%（待核实）,,",
        "年化3.3%起/4.05%-4.35%(两源不一),,",
        "最低LPR-50BP(2023年),,",
        "财政按贷款实际利率50%贴息,,",
        "未核对,,",
        "未公布,,",
    })
    void as_it_is_stated(String text, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        assertThat(RateInWords.of(text)).isEqualTo(new RateInWords(min, max));
    }

    @Test
    void of_the_shipped_products_three_say_a_figure_and_one_of_them_a_highest() {
        Map<String, RateInWords> figures = new TreeMap<>();
        for (String line : ReferenceFiles.lines("loan_products.jsonl")) {
            ProductRow row = Json.MAPPER.readValue(line, ProductRow.class);
            RateInWords rate = RateInWords.of(row.rateText());
            if (rate.min() != null) {
                figures.put(row.id(), rate);
            }
        }

        assertThat(figures)
                .isEqualTo(Map.of(
                        "L01",
                        new RateInWords(new BigDecimal("3.25"), null),
                        "L02",
                        new RateInWords(new BigDecimal("3.8"), new BigDecimal("3.8")),
                        "L03",
                        new RateInWords(new BigDecimal("3.45"), null)));
    }
}
