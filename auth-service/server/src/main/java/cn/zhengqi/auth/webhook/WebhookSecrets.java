package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.token.AuthorizationProperties;
import cn.zhengqi.data.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Secrets that messages are signed with: sealed under the key secret of this service, each bound to its row. */
@Component
class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(AuthorizationProperties properties) {
        this.sealer = Sealer.of(properties.keySecret().getBytes(StandardCharsets.UTF_8), "secrets of webhooks");
    }

    byte[] make() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    static String shown(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    byte[] seal(byte[] secret, UUID webhook) {
        return sealer.seal(secret, webhook.toString());
    }

    /** {@code webhook-signature}: one for each secret that counts, so that a receiver may change at its own time. */
    String signatures(UUID webhook, List<byte[]> sealed, String id, Instant at, String payload) {
        byte[] signed = (id + "." + at.getEpochSecond() + "." + payload).getBytes(StandardCharsets.UTF_8);
        return sealed.stream()
                .map(one ->
                        "v1," + Base64.getEncoder().encodeToString(hmac(sealer.open(one, webhook.toString()), signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not there", impossible);
        }
    }
}
