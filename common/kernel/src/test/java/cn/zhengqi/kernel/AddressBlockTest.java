package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @Test
    void an_ipv4_address_stands_for_itself() {
        assertThat(AddressBlock.of("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(AddressBlock.of("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void addresses_of_one_connection_are_one() {
        assertThat(AddressBlock.of("2001:db8:1:2::1"))
                .isEqualTo(AddressBlock.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(AddressBlock.of("2001:db8:1:3::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "example.com", "1.2.3.4, 5.6.7.8"})
    void what_is_no_address_is_not_looked_up(String text) {
        assertThat(AddressBlock.of(text)).isEqualTo(text);
    }
}
