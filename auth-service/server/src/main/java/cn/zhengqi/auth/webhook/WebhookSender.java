package cn.zhengqi.auth.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
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
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends one message to a receiver that nobody here knows: to public addresses only, following no redirect, for a few seconds, and without reading the answer. What the
 * receiver says is its status and nothing else.
 */
@Component
class WebhookSender implements DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout READ = Timeout.ofSeconds(10);

    /** Of all of it, however slowly an answer drips. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    static final int MOST_AT_ONCE = 20;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    WebhookSender(WebhookProperties properties) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(properties.thisMachine()))
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
                .setUserAgent("ZhengQi-Webhooks/1")
                .build();
    }

    /**
     * What came of it.
     *
     * @param status of the answer
     * @param problem code, where there was none
     */
    record Outcome(@Nullable Integer status, @Nullable String problem, int millis) {

        boolean isDelivered() {
            return status != null && status >= 200 && status < 300;
        }

        /** The receiver says that it will never want anything again. */
        boolean isGone() {
            return status != null && status == 410;
        }
    }

    Outcome send(URI url, String id, long timestamp, String signatures, String payload) {
        long begun = System.nanoTime();
        HttpPost post = new HttpPost(url);
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", signatures);
        post.setEntity(new StringEntity(payload, ContentType.create("application/json", StandardCharsets.UTF_8)));
        Runnable tooLate = post::cancel;
        ScheduledFuture<?> deadline = deadlines.schedule(tooLate, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = http.executeOpen(HttpHost.create(url), post, null);
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

    private static int millisSince(long begun) {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
