package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11500113009307164P",
                "11500000009275780L",
                "914403001922038216",
                "9144030071526726XG",
                "91110108551385082Q",
                "91100000100003962T",
                "911100001000044477",
                "9150000020286320X6",
                "91500000202869177Y",
                "91500000676129728J",
                "91110000802100433B"
            })
    void codes_of_real_bodies_are_accepted(String real) {
        assertThat(Uscc.parse(real).value()).isEqualTo(real);
        assertThat(Uscc.complete(real.substring(0, 17)).value()).isEqualTo(real);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "91500000202869177",
                "91500000202869177YY",
                "9150000020286917IY",
                "91ABCDEF202869177Y",
                "９１５０００００２０２８６９１７７Y"
            })
    void what_has_not_the_form_of_a_code_is_refused(String text) {
        assertThat(Uscc.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> Uscc.parse(text))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(CommonProblem.USCC_INVALID));
    }

    @Test
    void a_single_wrong_character_anywhere_is_found() {
        String real = "91500000202869177Y";
        for (int at = 0; at < 18; at++) {
            for (char other : Uscc.ALPHABET.toCharArray()) {
                if (other != real.charAt(at)) {
                    String wrong = real.substring(0, at) + other + real.substring(at + 1);
                    assertThat(Uscc.tryParse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void two_neighbours_exchanged_are_found() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String division = String.format("%06d", random.nextInt(1_000_000));
            String tail = String.format("%09d", random.nextInt(1_000_000_000));
            String code = Uscc.complete("91" + division + tail).value();
            int at = 2 + random.nextInt(14);
            if (code.charAt(at) != code.charAt(at + 1)) {
                String wrong = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
                assertThat(Uscc.tryParse(wrong)).as(code + " → " + wrong).isEmpty();
            }
        }
    }

    @Test
    void blanks_and_small_letters_are_forgiven() {
        assertThat(Uscc.parse(" 9150 0000 2028 6917 7y ").value()).isEqualTo("91500000202869177Y");
    }
}
