package cn.zhengqi.code.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.zhengqi.code.Keys;
import cn.zhengqi.kernel.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private final PersonalData data = new PersonalData(new CodeKeys(Keys.DATA_KEY));
    private final UUID row = Ids.next();

    @Test
    void what_is_encrypted_can_be_read_again_and_does_not_show() {
        String stored = data.encrypt("11010519491231002X", row);

        assertThat(stored).startsWith("v1:").doesNotContain("1949");
        assertThat(data.decrypt(stored, row)).isEqualTo("11010519491231002X");
    }

    @Test
    void the_same_number_never_looks_the_same_twice() {
        assertThat(data.encrypt("11010519491231002X", row)).isNotEqualTo(data.encrypt("11010519491231002X", row));
    }

    @Test
    void a_number_that_was_moved_to_another_row_cannot_be_read() {
        String stored = data.encrypt("11010519491231002X", row);

        assertThatIllegalStateException().isThrownBy(() -> data.decrypt(stored, Ids.next()));
    }

    @Test
    void another_key_reads_nothing() {
        String stored = data.encrypt("11010519491231002X", row);

        assertThatIllegalStateException()
                .isThrownBy(() -> new PersonalData(new CodeKeys(Keys.OTHER_DATA_KEY)).decrypt(stored, row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64 !", "c2hvcnQ="})
    void without_a_good_key_nothing_starts(String key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CodeKeys(key))
                .withMessageContaining("ZHENGQI_CODE_DATA_KEY");
    }

    @Test
    void what_the_first_release_wrote_is_still_read() {
        assertThat(data.decrypt(
                        "v1:QC+csb6Tdbxp9XLkMfK7kmF2rELPoy7AoqnjvR6M1aw9mLuHkOqxzrnMFl3GfQ==",
                        UUID.fromString("0199a000-0000-7000-8000-000000000001")))
                .isEqualTo("500199198001012345");
    }
}
