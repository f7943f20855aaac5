package cn.zhengqi.testing;

import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Calls the service under test over HTTP, as somebody. */
public final class ServiceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;

    ServiceClient(int port) {
        this.port = port;
    }

    public RestTestClient anonymous() {
        return client(nothing -> {});
    }

    public RestTestClient as(CurrentUser user) {
        return withToken(TestTokens.of(user));
    }

    /** As another service. */
    public RestTestClient asService(String service) {
        return withToken(TestTokens.ofService(service));
    }

    public RestTestClient withToken(String token) {
        return client(builder -> builder.defaultHeader("Authorization", "Bearer " + token));
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    private RestTestClient client(Consumer<RestTestClient.Builder<?>> change) {
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory();
        http.setReadTimeout(PATIENCE);
        RestTestClient.Builder<?> builder = RestTestClient.bindToServer(http).baseUrl(baseUrl());
        change.accept(builder);
        return builder.build();
    }
}
