package cn.zhengqi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NacosServerTest {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");

    @Test
    void configuration_is_published_and_instances_are_counted_behind_a_password() {
        var secret = "a secret of the test that has at least 48 bytes in it".getBytes(StandardCharsets.UTF_8);
        try (var server = NacosServer.start(
                EngineHome.temporary("nacos"), Ports.free(NacosServer.PORT_DISTANCES), secret, "admin password")) {
            server.publish("zhengqi-common.yaml", "greeting: 你好\n");
            server.publish("zhengqi-common.yaml", "greeting: 再见\n");
            assertThat(server.instances("nobody-service")).isZero();
            register(server, "some-service");
            assertThat(server.instances("some-service")).isOne();
            assertThat(server.isHealthy()).isTrue();
        }
    }

    private static void register(NacosServer server, String service) {
        try (var http = HttpClient.newHttpClient()) {
            var signedIn = http.send(
                    post(server, "v3/auth/user/login", "username=nacos&password=admin+password"),
                    HttpResponse.BodyHandlers.ofString());
            var token = TOKEN.matcher(signedIn.body())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            var registered = http.send(
                    post(
                            server,
                            "v3/client/ns/instance",
                            "serviceName=" + service + "&ip=127.0.0.1&port=1&accessToken=" + token),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(registered.body()).contains("\"ok\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest post(NacosServer server, String path, String form) {
        return HttpRequest.newBuilder(URI.create("http://" + server.address() + "/nacos/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }
}
