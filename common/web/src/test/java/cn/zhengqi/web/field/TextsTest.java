package cn.zhengqi.web.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {

    /** StrictHttpFirewall's own rule for the values of headers. */
    private static final Pattern OF_SPRING = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Test
    void the_same_letters_may_stand_in_a_header_as_with_spring_security() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(letter -> {
                            String value = "a" + Character.toString(letter) + "b";
                            return Texts.mayBeHeader(value)
                                    != OF_SPRING.matcher(value).matches();
                        })
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }
}
