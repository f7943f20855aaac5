package cn.zhengqi.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_the_last_six_digits_of_those_in_the_rfc(long second, String code) {
        assertThat(totp.code(Totp.stepAt(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void a_clock_may_be_one_step_off_and_no_more() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.stepAt(now);
        assertThat(totp.stepOf(totp.code(step - 1), now)).hasValue(step - 1);
        assertThat(totp.stepOf(totp.code(step), now)).hasValue(step);
        assertThat(totp.stepOf(totp.code(step + 1), now)).hasValue(step + 1);
        assertThat(totp.stepOf(totp.code(step - 2), now)).isEmpty();
        assertThat(totp.stepOf(totp.code(step + 2), now)).isEmpty();
        assertThat(totp.stepOf("05047", now)).isEmpty();
    }
}
