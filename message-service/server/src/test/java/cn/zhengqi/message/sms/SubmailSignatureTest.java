package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SubmailSignatureTest {

    private static final String KEY = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    private final SubmailSignature signature = new SubmailSignature("10001", KEY);

    /** SUBMAIL documents no example with its result. The text here is put together by hand by its rules, and its SHA-1 was made by sha1sum. */
    @Test
    void the_documented_rule_comes_out_as_another_program_reckons_it() {
        assertThat(signature.of(new TreeMap<>(Map.of(
                        "appid", "10001",
                        "to", "13800000000",
                        "project", "ThJBE4",
                        "timestamp", "1414253462",
                        "sign_type", "sha1",
                        "sign_version", "2"))))
                .as(
                        "of %s",
                        "10001" + KEY
                                + "appid=10001&project=ThJBE4&sign_type=sha1&sign_version=2&timestamp=1414253462&to=13800000000"
                                + "10001" + KEY)
                .isEqualTo("f2707df4f8ff9fc4c6ae679ad097d1a3e3ede14b");
    }

    @Test
    void the_secret_is_not_told_by_chance() {
        assertThat(signature.toString()).doesNotContain(KEY);
    }
}
