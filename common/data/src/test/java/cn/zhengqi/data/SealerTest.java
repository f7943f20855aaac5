package cn.zhengqi.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealerTest {

    private final Sealer sealer = Sealer.of("a secret".getBytes(UTF_8), "tests");

    @Test
    void what_was_sealed_for_a_row_is_opened_for_that_row_only() {
        byte[] sealed = sealer.seal("身份证".getBytes(UTF_8), "row-1");
        assertThat(new String(sealer.open(sealed, "row-1"), UTF_8)).isEqualTo("身份证");
        assertThatThrownBy(() -> sealer.open(sealed, "row-2")).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealer.open(sealed, "row-1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(new byte[3], "row-1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_text_is_never_sealed_the_same_and_each_purpose_has_its_key() {
        byte[] plain = "x".getBytes(UTF_8);
        assertThat(sealer.seal(plain, "row")).isNotEqualTo(sealer.seal(plain, "row"));
        Sealer other = Sealer.of("a secret".getBytes(UTF_8), "something else");
        assertThatThrownBy(() -> other.open(sealer.seal(plain, "row"), "row"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** What lies in databases must stay readable. */
    @Test
    void the_form_stays_as_it_is() {
        byte[] stored = HexFormat.of()
                .parseHex("000102030405060708090a0b0bafd5965ce3a4c52ad679873c0825bffb9c59db5a5df88c5ba7af8ef77a");
        assertThat(new String(sealer.open(stored, "row-1"), UTF_8)).isEqualTo("still readable");
    }
}
