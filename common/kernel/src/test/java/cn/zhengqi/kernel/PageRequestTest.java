package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    @Test
    void the_first_twenty_are_given_when_nothing_is_asked_for() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(1, 20));
    }

    @ParameterizedTest
    @CsvSource({"0,20,page", "-1,20,page", "100001,20,page", "1,0,size", "1,201,size"})
    void a_page_out_of_range_is_refused_by_its_field(int page, int size, String field) {
        assertThatThrownBy(() -> PageRequest.of(page, size))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.fieldErrors())
                                .extracting(FieldProblem::field)
                                .containsExactly(field));
    }

    @Test
    void the_offset_does_not_overflow() {
        assertThat(new PageRequest(100_000, 200).offset()).isEqualTo(19_999_800L);
    }

    @Test
    void a_page_keeps_its_numbers_when_its_items_change() {
        Page<String> page = Page.of(List.of(1, 2), 12, new PageRequest(3, 5)).map(number -> "n" + number);
        assertThat(page).isEqualTo(new Page<>(List.of("n1", "n2"), 12, 3, 5));
    }
}
