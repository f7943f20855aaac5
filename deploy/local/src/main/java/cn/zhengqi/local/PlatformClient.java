package cn.zhengqi.local;

import cn.zhengqi.local.Secrets.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the services of this copy on their own ports, as who runs the platform. */
final class PlatformClient {

    private static final String CLIENT = "operations";
    private static final int NOT_FOUND = 404;

    /** Figures as they were sent: money is not rounded to binary, nor loses its zeros. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Topology topology;
    private final Secrets secrets;
    private final HttpClient http = http().build();

    PlatformClient(Topology topology, Secrets secrets) {
        this.topology = topology;
        this.secrets = secrets;
    }

    JsonNode get(String service, String path) {
        return get(service, path, PATIENCE);
    }

    /** For work that takes as long as there is data to go over. */
    JsonNode get(String service, String path, Duration patience) {
        return ask(request(service, path).GET(), patience);
    }

    JsonNode post(String service, String path) {
        return ask(request(service, path).POST(HttpRequest.BodyPublishers.noBody()), PATIENCE);
    }

    /** Empty where there is no such thing. */
    Optional<JsonNode> postIfThere(String service, String path) {
        var answer = answer(
                http,
                request(service, path)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + serviceToken())
                        .build());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(JSON.readTree(accepted(answer).body()));
    }

    JsonNode post(String service, String path, Object body) {
        return ask(
                request(service, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))),
                PATIENCE);
    }

    private JsonNode ask(HttpRequest.Builder request, Duration patience) {
        var token = serviceToken();
        var answer = send(
                http,
                request.header("Authorization", "Bearer " + token)
                        .timeout(patience)
                        .build());
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private String serviceToken() {
        return token(
                CLIENT,
                secrets.text(Secret.ZHENGQI_OPERATIONS_SECRET),
                Map.of("grant_type", "client_credentials", "scope", "internal"));
    }

    /** A token as the gateway gets it for a code. */
    String gatewayToken(Map<String, String> form) {
        return token("gateway", secrets.text(Secret.ZHENGQI_GATEWAY_SECRET), form);
    }

    private String token(String client, String secret, Map<String, String> form) {
        var credentials = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var answer = send(
                http,
                request("auth-service", "/oauth2/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    HttpRequest.Builder request(String service, String path) {
        int port = Topology.serviceNamed(service).port() + topology.offset();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    static HttpClient.Builder http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    /** @throws LauncherException when nobody answers, or with a status of 400 or more */
    static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        return accepted(answer(http, request));
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new LauncherException(
                    answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static HttpResponse<String> answer(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LauncherException(request.uri() + " does not answer; is the platform up? ./zhengqi status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
