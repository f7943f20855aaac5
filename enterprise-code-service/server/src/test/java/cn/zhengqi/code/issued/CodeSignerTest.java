package cn.zhengqi.code.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.Keys;
import cn.zhengqi.code.secret.TestKeys;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
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
        assertThat(signer.write(dynamic)).hasSizeLessThan(160);
        assertThat(signer.write(new CodeContent.Static(UUID.randomUUID()))).hasSizeLessThan(60);
    }

    @Test
    void whoever_has_the_public_key_checks_a_shown_code_without_asking() throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode(signer.write(dynamic).substring(4));
        OfflineKey key = signer.offlineKey();
        assertThat(HexFormat.of().formatHex(bytes, 5, 9)).isEqualTo(key.keyId());

        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey()))));
        check.update(bytes, 0, bytes.length - 64);

        assertThat(check.verify(bytes, bytes.length - 64, 64)).isTrue();
    }

    /** The same text is in offline.test.ts, which checks it as a phone does. */
    @Test
    void what_was_signed_before_is_still_read_and_the_key_stays_what_it_is() {
        String signed = "ZQ1:UAAHoZE_bPEhAZod2-KIcdmnhw4P1YPVgV8MOlKKO0xvnR4rekxdbn8AAAGc7zjBezc7YLXwvE3I"
                + "FUGkKfXKgp-mRRtG0x6Hrkgebo-MqlGQ-5te98JPeVy6om8xCje5zmCHua1pretZO_CBQI9len0V";

        assertThat(signer.read(signed))
                .isEqualTo(new CodeContent.Dynamic(
                        UUID.fromString("019a1ddb-e288-71d9-a787-0e0fd583d581"),
                        UUID.fromString("5f0c3a52-8a3b-4c6f-9d1e-2b7a4c5d6e7f"),
                        NOW,
                        Duration.ofSeconds(55)));
        assertThat(signer.offlineKey().keyId()).isEqualTo("3f6cf121");
    }

    @Test
    void every_copy_of_the_service_has_the_same_key() {
        CodeSigner copy = new CodeSigner(TestKeys.of(Keys.DATA_KEY), "500113");

        assertThat(copy.offlineKey()).isEqualTo(signer.offlineKey());
        assertThat(copy.read(signer.write(dynamic))).isEqualTo(dynamic);
    }

    @Test
    void who_signed_a_code_reads_in_it_what_every_other_copy_does() {
        CodeContent.Dynamic finer = new CodeContent.Dynamic(
                Ids.next(), UUID.randomUUID(), NOW.plusNanos(456_789), Duration.ofMillis(55_900));
        String text = signer.write(finer);

        assertThat(signer.read(" " + text + "\n"))
                .isEqualTo(new CodeSigner(TestKeys.of(Keys.DATA_KEY), "500113").read(text));
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
