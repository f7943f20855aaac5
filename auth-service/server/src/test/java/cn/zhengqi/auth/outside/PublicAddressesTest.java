package cn.zhengqi.auth.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private final PublicAddresses open = new PublicAddresses(false);
    private final PublicAddresses ofOneMachine = new PublicAddresses(true);

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
        assertThatExceptionOfType(PublicAddresses.NotPublic.class).isThrownBy(() -> open.resolve(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "223.5.5.5", "2400:3200::1"})
    void what_is_may_be(String address) throws Exception {
        assertThat(open.resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void a_name_that_means_this_machine_is_not_called() {
        assertThatExceptionOfType(PublicAddresses.NotPublic.class).isThrownBy(() -> open.resolve("localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void where_everything_runs_on_one_machine_it_calls_itself(String host) throws Exception {
        assertThat(ofOneMachine.resolve(host)).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"169.254.169.254", "10.0.0.5", "192.168.1.1", "172.16.0.1", "0.0.0.0", "fd00::1", "fe80::1"})
    void and_even_there_nothing_else_that_is_not_public(String address) {
        assertThatExceptionOfType(PublicAddresses.NotPublic.class).isThrownBy(() -> ofOneMachine.resolve(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "10.0.0.5", "169.254.169.254", "[fd00::1]"})
    void what_plainly_is_not_public_is_known_before_it_is_called(String host) {
        assertThat(PublicAddresses.isPlainlyNotPublic(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.cn", "8.8.8.8", "[2400:3200::1]"})
    void of_others_only_the_call_can_tell(String host) {
        assertThat(PublicAddresses.isPlainlyNotPublic(host)).isFalse();
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
        assertThat(all).isGreaterThan(Duration.ofDays(1));
    }
}
