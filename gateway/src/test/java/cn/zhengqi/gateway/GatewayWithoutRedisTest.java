package cn.zhengqi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.testing.Cable;
import cn.zhengqi.testing.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sessions are in Redis: without it nobody is known, and everybody is told so at once, until it is back. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "zhengqi.public-url=http://localhost")
class GatewayWithoutRedisTest {

    private static final URI REDIS = URI.create(TestServers.get().redisUrl());
    private static final Cable CABLE = Cable.to(REDIS.getHost(), REDIS.getPort());

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("zhengqi.redis.url", () -> "redis://" + REDIS.getUserInfo() + "@127.0.0.1:" + CABLE.port());
    }

    @AfterAll
    static void unplugged() throws IOException {
        CABLE.close();
    }

    @Test
    void everybody_is_told_soon_that_it_does_not_work_now_and_it_mends_itself() {
        Visitor visitor = new Visitor("http://127.0.0.1:" + port);
        assertThat(visitor.get("/bff/session").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/bff/login").statusCode()).isEqualTo(302);
        String session = visitor.cookie("ZQ_SESSION");

        CABLE.pullOut();
        unavailable(visitor, "/bff/session");
        unavailable(visitor, "/bff/login");
        unavailable(visitor, "/bff/callback?code=c1&state=s1");
        unavailable(visitor, "/api/user/my/enterprise");
        unavailable(new Visitor("http://127.0.0.1:" + port), "/bff/login");

        CABLE.plugIn();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(visitor.get("/bff/session").statusCode()).isEqualTo(200));
        assertThat(visitor.get("/bff/login").statusCode()).isEqualTo(302);
        assertThat(visitor.cookie("ZQ_SESSION")).as("the same session goes on").isEqualTo(session);
    }

    private static void unavailable(Visitor visitor, String path) {
        Instant asked = Instant.now();
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.body()).as(path).contains("\"SERVICE_UNAVAILABLE\"");
        assertThat(Duration.between(asked, Instant.now())).as(path).isLessThan(Duration.ofSeconds(30));
    }
}
