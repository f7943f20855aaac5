package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567.89|1,234,567.89 元",
                "12345|12,345 元",
                "12300|1.23 万元",
                "254360000|25,436 万元",
                "0|0 万元",
                "500000|50 万元",
                "9999.5|9,999.5 元",
                "10000|1 万元",
                "99999999.99|99,999,999.99 元",
                "254000000|2.54 亿元",
                "0.005|0.01 元",
                "-80000|-8 万元"
            })
    void money_is_told_as_the_pages_tell_it_and_to_the_cent(BigDecimal amount, String shown) {
        assertThat(Yuan.format(amount)).isEqualTo(shown);
    }
}
