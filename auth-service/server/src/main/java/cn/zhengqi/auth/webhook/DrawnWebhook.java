package cn.zhengqi.auth.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What is shown once.
 *
 * @param secret {@code whsec_…}; absent where it stays as it was
 */
record DrawnWebhook(WebhookView webhook, @Nullable String secret) {

    /** Without the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "DrawnWebhook[" + webhook.url() + "]";
    }
}
