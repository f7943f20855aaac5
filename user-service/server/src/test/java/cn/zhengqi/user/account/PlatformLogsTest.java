package cn.zhengqi.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.testing.ServiceTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** All services are asked for their logs, each under its name, and this one reads its own. */
@ServiceTest
@ActiveProfiles("test")
class PlatformLogsTest {

    private static final List<String> OTHERS = List.of(
            "auth-service",
            "enterprise-code-service",
            "policy-service",
            "finance-service",
            "matching-service",
            "message-service",
            "stats-service",
            "ops-service");

    private static final HttpServer SERVER = server();

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            for (int i = 0; i < OTHERS.size(); i++) {
                answer(
                        server,
                        "/" + OTHERS.get(i) + "/internal/events",
                        "{\"items\":[],\"lastSeq\":%d,\"more\":false}".formatted(1000 + i));
            }
            answer(server, "/oauth2/token", "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}");
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry settings) {
        String address = "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/";
        for (String service : OTHERS) {
            settings.add(
                    "spring.cloud.openfeign.client.config.platform-log-" + service + ".url", () -> address + service);
        }
        settings.add("zhengqi.auth.token-uri", () -> address + "oauth2/token");
        settings.add("zhengqi.service-secret", () -> "of-the-test");
    }

    @AfterAll
    static void away() {
        SERVER.stop(0);
    }

    @Autowired
    private PlatformLogs logs;

    @Autowired
    private EventLog own;

    @Test
    void every_service_is_asked_under_its_name_and_the_own_log_is_read_here() {
        List<Long> last = logs.sources().stream()
                .map(source -> source.events(0, 1).lastSeq())
                .toList();

        assertThat(last).hasSize(1 + OTHERS.size()).startsWith(own.after(0, 1).lastSeq());
        assertThat(last.subList(1, last.size()))
                .containsExactly(1000L, 1001L, 1002L, 1003L, 1004L, 1005L, 1006L, 1007L);
    }
}
