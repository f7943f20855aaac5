package cn.zhengqi.auth.wechat.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the platform beside it what people decide, signed and encrypted as WeChat does in 安全模式. */
public final class SimulatedCallback {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCallback.class);

    private static final Pattern PARTS = Pattern.compile(
            "(?s)<MsgSignature><!\\[CDATA\\[(.*?)]].*<TimeStamp>(\\d+)</TimeStamp>.*<Nonce><!\\[CDATA\\[(.*?)]]");

    private final WxCryptUtil cipher;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public SimulatedCallback(String token, String aesKey, String appId) {
        this.cipher = new WxCryptUtil(token, aesKey, appId);
    }

    /**
     * What WeChat sends.
     *
     * @param query of the address
     */
    public record Pushed(String query, String body) {}

    public Pushed sealed(String event) {
        String body = cipher.encrypt(event);
        Matcher parts = PARTS.matcher(body);
        if (!parts.find()) {
            throw new IllegalStateException(body);
        }
        return new Pushed(
                "encrypt_type=aes&msg_signature=%s&timestamp=%s&nonce=%s"
                        .formatted(parts.group(1), parts.group(2), parts.group(3)),
                body);
    }

    /** WeChat tries three times; a machine of one's own is asked once. */
    void push(URI address, String event) {
        Pushed pushed = sealed(event);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?" + pushed.query()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(pushed.body()))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                LOG.warn("The platform does not take what WeChat tells: {}", status);
            }
        } catch (IOException away) {
            LOG.warn("The platform does not answer WeChat: {}", away.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
