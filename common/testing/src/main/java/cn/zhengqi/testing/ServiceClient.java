package cn.zhengqi.testing;

import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Calls the service under test over HTTP, as somebody. */
public final class ServiceClient {

    /**
     * A request is cancelled when its answer is not read to the end by then. The first file that is taken out loads the libraries that write it, which on a machine
     * that does much else took more than half a minute. An answer that comes is not waited for any longer.
     */
    private static final Duration LONGEST_ANSWER = Patience.LIMIT.multipliedBy(2);

    /** Found once: looking for them opens every library, and fresh ones learn the types of bodies anew. */
    private static final HttpMessageConverters CONVERTERS =
            HttpMessageConverters.forClient().registerDefaults().build();

    /** Nothing of one caller stays in it for another: a caller is known by a header alone. */
    private static final JdkClientHttpRequestFactory HTTP = http();

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
        RestTestClient.Builder<?> builder = RestTestClient.bindToServer(HTTP)
                .baseUrl(baseUrl())
                .configureMessageConverters(ours -> CONVERTERS.forEach(ours::addCustomConverter));
        change.accept(builder);
        return builder.build();
    }

    private static JdkClientHttpRequestFactory http() {
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory();
        http.setReadTimeout(LONGEST_ANSWER);
        return http;
    }
}
