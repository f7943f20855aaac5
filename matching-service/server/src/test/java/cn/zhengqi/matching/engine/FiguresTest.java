package cn.zhengqi.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "1000|1,000",
                "999.995|1,000",
                "1234567.8|1,234,567.8",
                "8.666666667|8.67",
                "19.5|19.5",
                "-1500.25|-1,500.25",
                "0.004|0.004",
                "0.00123|0.0012",
                "1.005|1.01",
                "2.675|2.68",
                "100000000|100,000,000",
                "1e12|1,000,000,000,000"
            })
    void numbers_have_separators_and_at_most_two_digits_unless_that_would_hide_them(double value, String told) {
        assertThat(Figures.of(value, false)).isEqualTo(told);
    }

    @Test
    void counts_are_whole() {
        assertThat(Figures.of(1234.5, true)).isEqualTo("1,235");
        assertThat(Figures.of(-0.4, true)).isEqualTo("0");
    }

    @Test
    void what_is_written_quickly_is_what_decimal_arithmetic_writes() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            double value = switch (i % 4) {
                case 0 -> random.nextInt(2_000_000) / 1000.0;
                case 1 -> Math.exp(random.nextDouble() * 40 - 10);
                case 2 -> random.nextInt(100_000) / 200.0;
                default -> -random.nextDouble() * 1000;
            };
            for (boolean whole : new boolean[] {true, false}) {
                BigDecimal exact = Figures.rounded(value, whole ? 0 : 2);
                assertThat(Figures.of(value, whole)).isEqualTo(Figures.grouped(exact));
                assertThat(Figures.amount(value, whole))
                        .isEqualTo(new BigDecimal(Figures.grouped(exact).replace(",", "")));
            }
        }
    }
}
