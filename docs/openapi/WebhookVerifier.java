import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies what comes to your receiver (Standard Webhooks). Java 17 or newer, no library. Takes the body as it came: parse it afterwards.
 *
 * <pre>
 * ZHENGQI_WEBHOOK_SECRET=whsec_… java WebhookVerifier.java WEBHOOK-ID WEBHOOK-TIMESTAMP WEBHOOK-SIGNATURE &lt; body
 * </pre>
 */
public final class WebhookVerifier {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] secret;

    /** @param secret {@code whsec_…} */
    public WebhookVerifier(String secret) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    /** Whether one of the signatures is right and the message is of now. Remember the ids you have handled: a message may come twice. */
    public boolean verifies(String id, String timestamp, String signatures, byte[] body) throws GeneralSecurityException {
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(at, Instant.now()).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (String signature : signatures.split(" ")) {
            fits |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return fits;
    }

    public static void main(String[] arguments) throws Exception {
        boolean fits = new WebhookVerifier(System.getenv("ZHENGQI_WEBHOOK_SECRET"))
                .verifies(arguments[0], arguments[1], arguments[2], System.in.readAllBytes());
        System.out.println(fits);
        System.exit(fits ? 0 : 1);
    }
}
