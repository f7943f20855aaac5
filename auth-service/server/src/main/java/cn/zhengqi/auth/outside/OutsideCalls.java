package cn.zhengqi.auth.outside;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts to receivers that nobody here knows: to public addresses only, following no redirect, for a few seconds, and without reading the answer. What the receiver
 * says is its status and nothing else.
 */
public final class OutsideCalls implements AutoCloseable {

    /** As many as one copy of the service makes. */
    public static final int MOST_AT_ONCE = 20;

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout READ = Timeout.ofSeconds(10);

    /** Of all of it, however slowly an answer drips. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outside-deadlines").factory());

    /** @param thisMachineToo also to this machine itself; for one machine with everything on it */
    public OutsideCalls(String userAgent, boolean thisMachineToo) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(thisMachineToo))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(READ)
                                .build())
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_AT_ONCE)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(READ).build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent(userAgent)
                .build();
    }

    /**
     * What came of it.
     *
     * @param status of the answer
     * @param problem code, where there was none
     */
    public record Outcome(
            @Nullable Integer status, @Nullable String problem, int millis) {

        public boolean isDelivered() {
            return status != null && status >= 200 && status < 300;
        }

        /** The receiver says that it will never want anything again. */
        public boolean isGone() {
            return status != null && status == 410;
        }
    }

    public Outcome send(HttpPost post) {
        long begun = System.nanoTime();
        Runnable tooLate = post::cancel;
        ScheduledFuture<?> deadline = deadlines.schedule(tooLate, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = http.executeOpen(receiver(post), post, null);
            int status = answer.getCode();
            // Drops the connection: closing the answer would first read it to its end, and it may have none.
            post.cancel();
            return new Outcome(status, null, millisSince(begun));
        } catch (PublicAddresses.NotPublic refused) {
            return new Outcome(null, "ADDRESS_NOT_PUBLIC", millisSince(begun));
        } catch (UnknownHostException unknown) {
            return new Outcome(null, "HOST_UNKNOWN", millisSince(begun));
        } catch (SSLException untrusted) {
            return new Outcome(null, "TLS_FAILED", millisSince(begun));
        } catch (IOException failure) {
            return new Outcome(null, post.isCancelled() ? "TIMED_OUT" : "NO_ANSWER", millisSince(begun));
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpHost receiver(HttpPost post) {
        try {
            URI url = post.getUri();
            return HttpHost.create(url);
        } catch (URISyntaxException wasCheckedBefore) {
            throw new IllegalArgumentException(wasCheckedBefore);
        }
    }

    private static int millisSince(long begun) {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
