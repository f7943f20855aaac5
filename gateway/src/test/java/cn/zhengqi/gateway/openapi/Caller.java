package cn.zhengqi.gateway.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Another system. It can also sign wrongly: each change tells one thing that is not as it should be. */
final class Caller {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String keyId;
    private final byte[] secret;

    String nonce = UUID.randomUUID().toString();
    long created = Instant.now().getEpochSecond();
    String algorithm = "hmac-sha256";
    List<String> components = new ArrayList<>(List.of("@method", "@authority", "@path", "@query"));
    String address = "203.0.113.9";

    /** Sent in place of what was signed. */
    @Nullable
    String sentBody;

    @Nullable
    String sentQuery;

    Caller(int port, String keyId, byte[] secret) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.keyId = keyId;
        this.secret = secret.clone();
    }

    HttpResponse<String> get(String path, @Nullable String query) {
        return send("GET", path, query, "");
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, null, body);
    }

    /** Cancelled, it hangs up. */
    CompletableFuture<HttpResponse<String>> postAndWait(String path, String body) {
        return http.sendAsync(request("POST", path, null, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, @Nullable String query, String body) {
        try {
            return http.send(request(method, path, query, body), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpRequest request(String method, String path, @Nullable String query, String body) {
        try {
            String digest =
                    "sha-256=:" + base64(MessageDigest.getInstance("SHA-256").digest(utf8(body))) + ":";
            List<String> covered = new ArrayList<>(components);
            if (!body.isEmpty()) {
                covered.add("content-digest");
            }
            StringBuilder lines = new StringBuilder();
            for (String component : covered) {
                lines.append('"').append(component).append("\": ");
                lines.append(
                        switch (component) {
                            case "@method" -> method;
                            case "@authority" -> base.getAuthority();
                            case "@path" -> path;
                            case "@query" -> "?" + (query == null ? "" : query);
                            case "@target-uri" -> base + path + (query == null ? "" : "?" + query);
                            default -> digest;
                        });
                lines.append('\n');
            }
            String parameters = "(\"" + String.join("\" \"", covered) + "\");created=" + created + ";nonce=\"" + nonce
                    + "\";keyid=\"" + keyId + "\";alg=\"" + algorithm + "\"";
            lines.append("\"@signature-params\": ").append(parameters);
            String asked = sentQuery == null ? query : sentQuery;
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(base + path + (asked == null ? "" : "?" + asked)))
                    .header("X-Forwarded-For", address)
                    .header("Idempotency-Key", "once-and-no-more")
                    .header("Signature-Input", "sig1=" + parameters)
                    .header(
                            "Signature",
                            "sig1=:" + base64(MessageSignature.hmac(secret, utf8(lines.toString()))) + ":");
            if (!body.isEmpty()) {
                request.header("Content-Digest", digest).header("Content-Type", "application/json");
            }
            String sent = sentBody == null ? body : sentBody;
            request.method(
                    method,
                    sent.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(sent));
            return request.build();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
