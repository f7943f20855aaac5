package cn.zhengqi.auth;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.math.BigInteger;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A browser that keeps cookies and does not follow redirects, and what the gateway does behind it. */
public final class Browser {

    public static final String CALLBACK = "https://gateway.zhengqi.internal/bff/callback";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Browser(String base) {
        this.base = base;
    }

    public record Answer(int status, String location, JsonNode body, HttpResponse<String> raw) {

        public String code() {
            return body.path("code").asString("");
        }
    }

    public Answer get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** As the page does it: works for the attempt where that is asked for. */
    public Answer post(String path, String json) {
        Answer answer = postOnce(path, json);
        if (!answer.code().equals("PROOF_REQUIRED")) {
            return answer;
        }
        ObjectNode body = (ObjectNode) JSON.readTree(json);
        body.set("proof", JSON.valueToTree(solved(answer.body())));
        return postOnce(path, body.toString());
    }

    /** What a browser does with a challenge. */
    public static Map<String, Object> solved(JsonNode problem) {
        String challenge = problem.path("challenge").asString();
        int bits = problem.path("bits").asInt();
        for (long counter = 0; ; counter++) {
            BigInteger hash = new BigInteger(1, sha256(challenge + "." + counter));
            if (hash.bitLength() <= 256 - bits) {
                return Map.of("challenge", challenge, "counter", counter);
            }
        }
    }

    public Answer postOnce(String path, String json) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Testbrowser/1")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer signIn(String username, String password) {
        return post("/api/auth/sign-in", JSON.writeValueAsString(Map.of("username", username, "password", password)));
    }

    public Answer authorize() {
        return authorize("/oauth2/authorize");
    }

    /** As the gateway asks of a browser that wants this page. */
    public Answer authorizeFor(String page) {
        return get(authorization("/oauth2/authorize") + "&continue=" + encoded(page));
    }

    /** @param path of the endpoint, as a client may write it */
    public Answer authorize(String path) {
        return get(authorization(path));
    }

    private static String authorization(String path) {
        return path + "?response_type=code&client_id=gateway&scope=platform&state=st&redirect_uri=" + encoded(CALLBACK)
                + "&code_challenge_method=S256&code_challenge=" + challenge();
    }

    /** What the gateway does with the code that comes back. */
    public Answer exchangeCode(String code) {
        return token(
                "gateway",
                "gateway-secret-of-the-test",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER));
    }

    public Answer refresh(String refreshToken) {
        return token(
                "gateway",
                "gateway-secret-of-the-test",
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public Answer token(String client, String secret, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return exchange(HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ZQ_AUTH"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    /** As an attacker does who can set a cookie in somebody's browser. */
    public void plant(String session) {
        HttpCookie cookie = new HttpCookie("ZQ_AUTH", session);
        cookie.setPath("/");
        cookie.setDomain(URI.create(base).getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode(),
                    response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String challenge() {
        return Base64URL.encode(sha256(VERIFIER)).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
