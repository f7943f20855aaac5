package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.kernel.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @Test
    void the_example_of_the_standard_is_right() {
        assertThat(IdNumber.parse("11010519491231002X", "idNumber", TODAY).value())
                .isEqualTo("11010519491231002X");
    }

    @Test
    void blanks_and_a_small_x_are_overlooked() {
        assertThat(IdNumber.parse(" 110105 19491231 002x ", "idNumber", TODAY).value())
                .isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "110105194912310021",
                "11010519491331002X",
                "11010519490230002X",
                "1101051949123100",
                "ABCDEFGHIJKLMNOPQR",
                "110105209912310026"
            })
    void what_is_no_number_is_refused_beside_its_field(String typed) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> IdNumber.parse(typed, "legalRep.idNumber", TODAY))
                .satisfies(problem -> assertThat(problem.fieldErrors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("legalRep.idNumber")));
    }

    @Test
    void it_does_not_tell_itself_to_logs() {
        assertThat(IdNumber.parse("11010519491231002X", "idNumber", TODAY).toString())
                .doesNotContain("1949");
    }
}
