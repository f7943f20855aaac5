package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void identifiers_are_of_version_seven_and_rise() {
        String before = "";
        for (int i = 0; i < 10_000; i++) {
            UUID id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.toString()).isGreaterThan(before);
            before = id.toString();
        }
    }

    @Test
    void what_is_no_identifier_is_none() {
        assertThat(Ids.tryParse("1-1-1-1-1")).isEmpty();
        assertThat(Ids.tryParse("7")).isEmpty();
    }
}
