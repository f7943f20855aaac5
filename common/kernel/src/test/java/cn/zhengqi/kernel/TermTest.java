package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({"6,6 个月", "11,11 个月", "12,1 年", "18,18 个月", "24,2 年", "360,30 年", "0,0 个月"})
    void a_term_is_told_in_years_where_they_are_whole(long months, String shown) {
        assertThat(Term.format(months)).isEqualTo(shown);
    }
}
