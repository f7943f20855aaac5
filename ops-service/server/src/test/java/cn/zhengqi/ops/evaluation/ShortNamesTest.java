package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {

    private static final String ENTERPRISE = "示例市河湾区星河科技有限公司";

    private final ShortNames names = new ShortNames("示例市", "河湾区");

    @ParameterizedTest
    @CsvSource({"示例市河湾区星河科技有限公司, 星河科技", "示例星河精密机械股份有限公司, 星河精密机械", "星河（示例）商贸有限责任公司, 星河商贸", "河湾区老街面馆, 老街面馆", "甲公司, 甲"})
    void an_enterprise_is_called_without_where_it_lies_and_what_it_is_by_the_law(String enterprise, String stem) {
        assertThat(names.stemOf(enterprise)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({"星河科技等了两个月, 星河科技", "我们星河等了两个月, 星河", "示例市河湾区星河科技有限公司等了两个月, ''", "示例的银行都这样, ''", "办得很快, ''"})
    void what_stands_in_words_is_its_short_name_or_how_that_begins(String said, String found) {
        assertThat(names.in(said, ENTERPRISE, List.of())).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void one_that_stands_beside_a_longer_one_is_found_too_and_none_that_is_covered() {
        String said = "星河科技等了两个月，我们星河很急";

        assertThat(names.in(said, ENTERPRISE, List.of())).containsExactly("星河科技", "星河");
        assertThat(names.in(said, ENTERPRISE, List.of("星河科技"))).containsExactly("星河");
        assertThat(names.in(said, ENTERPRISE, List.of("星河", "星河科技"))).isEmpty();
    }

    @Test
    void without_a_district_names_are_found_by_the_whole_of_what_stands_before_their_form() {
        assertThat(new ShortNames("", "").in("海棠科技的码等了两个月", "海棠科技有限公司", List.of()))
                .containsExactly("海棠科技");
    }
}
