package cn.zhengqi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** As it is set up unless someone says otherwise: people come by https, which ends before the gateway. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatewayHttpsTest {

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("zhengqi.redis.url", () -> TestServers.get().redisUrl());
    }

    @Test
    void every_cookie_is_for_https_only() {
        HttpResponse<String> begun = new Visitor("http://127.0.0.1:" + port).get("/bff/login");
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(begun.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("ZQ_SESSION="))
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("; Secure"));
        HttpResponse<String> state = new Visitor("http://127.0.0.1:" + port).get("/bff/session");
        assertThat(state.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").containsIgnoringCase("; Secure"));
        assertThat(state.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("max-age=31536000"));
    }
}
