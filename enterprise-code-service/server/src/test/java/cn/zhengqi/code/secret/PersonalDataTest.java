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
    private final UUID row = FormerData.ROW;

    @Test
    void what_was_written_before_keys_had_versions_is_read_for_its_row_with_its_key_alone() {
        assertThat(data.decrypt(FormerData.STORED, row)).isEqualTo(FormerData.PLAIN);
        assertThatIllegalStateException().isThrownBy(() -> data.decrypt(FormerData.STORED, Ids.next()));
        assertThatIllegalStateException()
                .isThrownBy(() -> new PersonalData(new CodeKeys(Keys.OTHER_DATA_KEY)).decrypt(FormerData.STORED, row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64 !", "c2hvcnQ="})
    void without_a_good_key_nothing_starts(String key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CodeKeys(key))
                .withMessageContaining("ZHENGQI_CODE_DATA_KEY");
    }
}
