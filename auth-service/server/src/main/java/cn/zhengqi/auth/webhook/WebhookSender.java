package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.outside.OutsideCalls;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends one message, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says it is done. */
@Component
class WebhookSender implements DisposableBean {

    private final OutsideCalls calls;

    WebhookSender(WebhookProperties properties) {
        this.calls = new OutsideCalls("ZhengQi-Webhooks/1", properties.thisMachine());
    }

    OutsideCalls.Outcome send(URI url, String id, long timestamp, String signatures, String payload) {
        HttpPost post = new HttpPost(url);
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", signatures);
        post.setEntity(new StringEntity(payload, ContentType.create("application/json", StandardCharsets.UTF_8)));
        return calls.send(post);
    }

    @Override
    public void destroy() throws IOException {
        calls.close();
    }
}
