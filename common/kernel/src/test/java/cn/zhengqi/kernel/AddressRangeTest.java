package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.128/25, 203.0.113.127, false",
        "198.51.100.7, 198.51.100.7, true",
        "198.51.100.7, 198.51.100.8, false",
        "2001:db8::/48, 2001:db8:0:ffff::1, true",
        "2001:db8::/48, 2001:db8:1::1, false",
        "203.0.113.0/24, ::ffff:203.0.113.9, true",
        "203.0.113.0/24, 2001:db8::1, false",
        "203.0.113.0/24, unknown, false"
    })
    void an_address_is_within_or_not(String range, String address, boolean within) {
        assertThat(AddressRange.parse(range))
                .hasValueSatisfying(it -> assertThat(it.contains(address)).isEqualTo(within));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "203.0.113.0/33",
                "203.0.113.9/24",
                "203.0.113.0/",
                "203.0.113.0/-1",
                "2001:db8::/129"
            })
    void what_is_no_range_is_none(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void a_range_tells_how_wide_it_is() {
        assertThat(AddressRange.parse("10.0.0.0/8")).hasValueSatisfying(it -> {
            assertThat(it.prefix()).isEqualTo(8);
            assertThat(it.isIpv4()).isTrue();
        });
    }
}
