package cn.zhengqi.code.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.Keys;
import cn.zhengqi.code.secret.TestKeys;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSignerTest {

    private static final Instant NOW = Instant.parse("2026-03-15T02:00:00.123Z");

    private final CodeSigner signer = new CodeSigner(TestKeys.of(Keys.DATA_KEY), "500113");
    private final CodeContent.Dynamic dynamic =
            new CodeContent.Dynamic(Ids.next(), UUID.randomUUID(), NOW, Duration.ofSeconds(55));

    @Test
    void a_dynamic_code_reads_back_as_it_was_written() {
        assertThat(signer.read(signer.write(dynamic))).isEqualTo(dynamic);
    }

    @Test
    void a_static_code_reads_back_as_it_was_written() {
        CodeContent.Static printed = new CodeContent.Static(UUID.randomUUID());

        assertThat(signer.read("  " + signer.write(printed) + "\n")).isEqualTo(printed);
    }

    @Test
    void a_code_is_short_enough_for_a_cheap_camera() {
        assertThat(signer.write(dynamic)).hasSizeLessThan(110);
    }

    @Test
    void every_changed_bit_is_noticed() {
        byte[] bytes = Base64.getUrlDecoder().decode(signer.write(dynamic).substring(4));
        for (int i = 9; i < bytes.length; i++) {
            byte[] forged = bytes.clone();
            forged[i] ^= 1;
            refused(
                    CodeProblem.CODE_UNKNOWN,
                    "ZQ1:" + Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
        }
    }

    @Test
    void the_code_of_another_district_is_foreign() {
        CodeSigner elsewhere = new CodeSigner(TestKeys.of(Keys.OTHER_DATA_KEY), "500112");

        refused(CodeProblem.CODE_FOREIGN, elsewhere.write(dynamic));
    }

    @Test
    void a_code_that_another_installation_of_the_district_signed_is_foreign() {
        CodeSigner elsewhere = new CodeSigner(TestKeys.of(Keys.OTHER_DATA_KEY), "500113");

        refused(CodeProblem.CODE_FOREIGN, elsewhere.write(dynamic));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ZQ1:",
                "ZQ1:AAAA",
                "ZQ1:****",
                "ZQ2:RAAHocE",
                "https://example.cn/pay",
                "ZQ1:RAAHocGAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ZQ1:WAAHocGAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_is_no_code_is_unknown(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> signer.read(text))
                .satisfies(
                        problem -> assertThat(problem.code()).isIn(CodeProblem.CODE_UNKNOWN, CodeProblem.CODE_FOREIGN));
    }

    @Test
    void endless_text_is_unknown() {
        refused(CodeProblem.CODE_UNKNOWN, "ZQ1:" + "A".repeat(5000));
    }

    @Test
    void a_dynamic_code_lives_for_its_time_and_not_a_moment_longer() {
        assertThat(dynamic.isFresh(NOW)).isTrue();
        assertThat(dynamic.isFresh(NOW.plusMillis(54_999))).isTrue();
        assertThat(dynamic.isFresh(NOW.plusSeconds(55))).isFalse();
    }

    @Test
    void a_clock_may_be_five_seconds_slow_but_not_more() {
        assertThat(dynamic.isFresh(NOW.minusSeconds(5))).isTrue();
        assertThat(dynamic.isFresh(NOW.minusMillis(5_001))).isFalse();
    }

    private void refused(CodeProblem code, String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> signer.read(text))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
