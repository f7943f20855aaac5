import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls the open interface with a signed request (RFC 9421, RFC 9530). Java 17 or newer, no library.
 *
 * <pre>
 * ZHENGQI_KEY_ID=zqk_… ZHENGQI_SECRET=… java ZhengqiClient.java https://HOST GET '/openapi/v1/policies?size=5'
 * ZHENGQI_KEY_ID=zqk_… ZHENGQI_SECRET=… java ZhengqiClient.java https://HOST POST /openapi/v1/codes/verify '{"content":"ZQ1:…"}'
 * </pre>
 *
 * With {@code ZHENGQI_IDEMPOTENCY_KEY} what a bank's system does to an application is done once, however often it is sent.
 */
public final class ZhengqiClient {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String keyId;
    private final Signer signer;

    /** Makes the signature of a text. */
    public interface Signer {

        /** As it stands in {@code alg}. */
        String algorithm();

        byte[] sign(byte[] text) throws GeneralSecurityException;
    }

    public ZhengqiClient(String keyId, Signer signer) {
        this.keyId = keyId;
        this.signer = signer;
    }

    /** Signs with the shared secret of the key, Base64 as it was drawn. */
    public ZhengqiClient(String keyId, String secret) {
        this(keyId, new HmacSigner(Base64.getDecoder().decode(secret)));
    }

    private record HmacSigner(byte[] secret) implements Signer {

        @Override
        public String algorithm() {
            return "hmac-sha256";
        }

        @Override
        public byte[] sign(byte[] text) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text);
        }
    }

    /** @param body empty for none */
    public HttpResponse<String> call(String baseUrl, String method, String target, String body)
            throws IOException, InterruptedException, GeneralSecurityException {
        // What is signed is what is sent: Chinese in a query is percent-encoded in both.
        URI uri = URI.create(URI.create(baseUrl + target).toASCIIString());
        byte[] nonce = new byte[24];
        RANDOM.nextBytes(nonce);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .method(method, bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        if (bytes.length > 0) {
            request.header("Content-Type", "application/json");
        }
        String idempotencyKey = System.getenv("ZHENGQI_IDEMPOTENCY_KEY");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        signedHeaders(
                        method,
                        uri.getRawAuthority().toLowerCase(Locale.ROOT),
                        uri.getRawPath(),
                        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                        bytes,
                        Instant.now().getEpochSecond(),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(nonce))
                .forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The headers that sign a request. Path and query are as they are sent. */
    Map<String, String> signedHeaders(
            String method, String authority, String path, String query, byte[] body, long created, String nonce)
            throws GeneralSecurityException {
        Map<String, String> components = new LinkedHashMap<>();
        components.put("@method", method);
        components.put("@authority", authority);
        components.put("@path", path);
        components.put("@query", "?" + query);
        Map<String, String> headers = new LinkedHashMap<>();
        if (body.length > 0) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            headers.put("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
            components.put("content-digest", headers.get("Content-Digest"));
        }
        String names = components.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(" "));
        String parameters = "(" + names + ");created=" + created + ";nonce=\"" + nonce + "\";keyid=\"" + keyId
                + "\";alg=\"" + signer.algorithm() + "\"";
        StringBuilder base = new StringBuilder();
        components.forEach((name, value) -> base.append('"').append(name).append("\": ").append(value).append('\n'));
        base.append("\"@signature-params\": ").append(parameters);
        byte[] signature = signer.sign(base.toString().getBytes(StandardCharsets.UTF_8));
        headers.put("Signature-Input", "sig1=" + parameters);
        headers.put("Signature", "sig1=:" + Base64.getEncoder().encodeToString(signature) + ":");
        return headers;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3 || System.getenv("ZHENGQI_KEY_ID") == null || System.getenv("ZHENGQI_SECRET") == null) {
            System.err.println("ZHENGQI_KEY_ID=… ZHENGQI_SECRET=… java ZhengqiClient.java https://HOST METHOD PATH [BODY]");
            System.exit(2);
        }
        new ZhengqiClient(System.getenv("ZHENGQI_KEY_ID"), System.getenv("ZHENGQI_SECRET")).callAndPrint(arguments);
    }

    void callAndPrint(String[] arguments) throws Exception {
        HttpResponse<String> answer =
                call(arguments[0], arguments[1], arguments[2], arguments.length > 3 ? arguments[3] : "");
        System.out.println(answer.statusCode());
        System.out.println(answer.body());
        System.exit(answer.statusCode() < 400 ? 0 : 1);
    }
}
