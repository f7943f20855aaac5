package cn.zhengqi.local;

import cn.zhengqi.local.Secrets.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/** Asks stats-service to compare its figures with their sources, or to build them anew. */
final class Figures {

    private static final String CLIENT = "stats-service";
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("\\{[^{}]*\"figure\"[^{}]*}");

    private final Topology topology;
    private final Secrets secrets;
    private final Terminal terminal;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Figures(Topology topology, Secrets secrets, Terminal terminal) {
        this.topology = topology;
        this.secrets = secrets;
        this.terminal = terminal;
    }

    /** One line a figure; whether no figure differs. */
    boolean reconcile() {
        var answer = ask(HttpRequest.newBuilder(at("/internal/stats/reconcile")).GET());
        terminal.result("%-32s %18s %18s %14s".formatted("figure", "here", "source", "difference"));
        boolean same = true;
        for (var row : ROW.matcher(answer).results().toList()) {
            var difference = field(row.group(), "difference");
            same &= difference.matches("-?0(\\.0+)?");
            terminal.result("%-32s %18s %18s %14s"
                    .formatted(
                            field(row.group(), "figure"),
                            field(row.group(), "here"),
                            field(row.group(), "source"),
                            difference));
        }
        terminal.result(same ? "no difference" : "there are differences");
        return same;
    }

    void rebuild() {
        var answer =
                ask(HttpRequest.newBuilder(at("/internal/stats/rebuild")).POST(HttpRequest.BodyPublishers.noBody()));
        terminal.result("rebuilt " + answer);
    }

    private String ask(HttpRequest.Builder request) {
        return send(request.header("Authorization", "Bearer " + token()).timeout(Duration.ofMinutes(5)));
    }

    private String token() {
        var credentials = CLIENT + ":" + secrets.text(Secret.ZHENGQI_SERVICE_SECRET);
        var address = "http://127.0.0.1:" + port("auth-service") + "/oauth2/token";
        var answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=internal")));
        var matcher = ACCESS_TOKEN.matcher(answer);
        if (!matcher.find()) {
            throw new LauncherException("auth-service gave no token: " + answer);
        }
        return matcher.group(1);
    }

    private String send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new LauncherException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new LauncherException(request.uri() + " does not answer; is the platform up? ./zhengqi status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port("stats-service") + path);
    }

    private int port(String service) {
        return Topology.serviceNamed(service).port() + topology.offset();
    }

    static String field(String json, String name) {
        var matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*(?:\"([^\"]*)\"|([^,}]+))")
                .matcher(json);
        if (!matcher.find()) {
            return "-";
        }
        return matcher.group(1) == null ? matcher.group(2).trim() : matcher.group(1);
    }
}
