package cn.zhengqi.auth.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void what_is_not_of_the_open_net_is_not_called(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatExceptionOfType(PublicAddresses.NotPublic.class)
                .isThrownBy(() -> new PublicAddresses().resolve(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "223.5.5.5", "2400:3200::1"})
    void what_is_may_be(String address) throws Exception {
        assertThat(new PublicAddresses().resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void a_name_that_means_this_machine_is_not_called() {
        assertThatExceptionOfType(PublicAddresses.NotPublic.class)
                .isThrownBy(() -> new PublicAddresses().resolve("localhost"));
    }

    @Test
    void pauses_grow_and_ten_tries_fill_a_day() {
        RandomGenerator random = RandomGenerator.getDefault();
        Duration all = Duration.ZERO;
        for (int tries = 1; tries <= 13; tries++) {
            Duration pause = BackOff.after(tries, random);
            double middle = Math.min(6 * 3600, 5 * Math.pow(3, tries - 1));
            assertThat(pause)
                    .isBetween(Duration.ofMillis((long) (middle * 800)), Duration.ofMillis((long) (middle * 1200)));
            all = all.plus(pause);
        }
        assertThat(all).isGreaterThan(BackOff.A_DAY);
    }
}
