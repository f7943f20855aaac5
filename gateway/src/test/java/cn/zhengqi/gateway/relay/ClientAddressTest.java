package cn.zhengqi.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhengqi.gateway.GatewayProperties;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

class ClientAddressTest {

    @Test
    void proxies_of_a_range_are_believed_whichever_of_them_it_came_by() {
        assertThat(client(List.of("10.42.0.0/16"), "10.42.7.9", "6.6.6.6, 203.0.113.9, 10.42.1.1"))
                .isEqualTo("203.0.113.9");
        assertThat(client(List.of("2001:db8:1::/48"), "2001:db8:1::5", "2001:db8:9::1"))
                .isEqualTo("2001:db8:9::1");
    }

    @Test
    void an_address_is_the_same_however_it_is_written() {
        assertThat(client(List.of("2001:DB8::1"), "2001:db8:0:0:0:0:0:1", "203.0.113.9"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void nobody_beside_them_is_believed() {
        assertThat(client(List.of("10.42.0.0/16"), "10.43.0.1", "203.0.113.9")).isEqualTo("10.43.0.1");
        assertThat(client(List.of(), "10.42.0.1", "203.0.113.9")).isEqualTo("10.42.0.1");
    }

    @Test
    void what_is_no_range_stops_the_gateway_with_its_name() {
        for (String wrong : List.of("ingress", "10.42.0.1/16", "10.42.0.0/33")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client(List.of(wrong), "10.42.0.1", ""))
                    .withMessageContaining(wrong);
        }
    }

    private static String client(List<String> trusted, String peer, String forwarded) {
        GatewayProperties properties = new GatewayProperties(
                URI.create("http://localhost"),
                "http://auth",
                1,
                1,
                1,
                1,
                1,
                1,
                Duration.ofMinutes(30),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                trusted,
                null);
        return new ClientAddress(properties)
                .of(MockServerHttpRequest.get("/api/policy/policies")
                        .remoteAddress(new InetSocketAddress(peer, 40000))
                        .header("X-Forwarded-For", forwarded)
                        .build());
    }
}
