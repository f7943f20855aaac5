package cn.zhengqi.policy.redemption;

import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.user.api.InternalEnterprises;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** The services that a copy in a process of its own asks while it pays, over HTTP: they answer as the mocks of the test do. */
final class OtherServices implements AutoCloseable {

    private static final String ENTERPRISES = "/internal/enterprises/";

    private final InternalEnterprises register;
    private final InternalStandings standings;
    private final JsonMapper json;
    private final HttpServer server;

    OtherServices(InternalEnterprises register, InternalStandings standings, JsonMapper json) {
        this.register = register;
        this.standings = standings;
        this.json = json;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/oauth2/token",
                asked -> answer(
                        asked, Map.of("access_token", "of-the-copy", "token_type", "Bearer", "expires_in", 3600)));
        server.createContext(ENTERPRISES, asked -> answer(asked, said(asked)));
        server.start();
    }

    /** By which a copy finds them. */
    Map<String, String> properties() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "zhengqi.auth.token-uri", url + "/oauth2/token",
                "spring.cloud.openfeign.client.config.internal-enterprises.url", url,
                "spring.cloud.openfeign.client.config.internal-standings.url", url);
    }

    private Object said(HttpExchange asked) {
        String[] path =
                asked.getRequestURI().getPath().substring(ENTERPRISES.length()).split("/", -1);
        if (path[0].equals("evidence")) {
            return standings.evidenceOfMany(
                    json.readValue(asked.getRequestBody(), InternalStandings.EvidenceQuestion.class));
        }
        UUID enterprise = UUID.fromString(path[0]);
        return path.length == 1
                ? register.enterprise(enterprise)
                : standings.evidence(enterprise, UUID.fromString(path[2]));
    }

    private void answer(HttpExchange asked, Object said) throws IOException {
        try (asked) {
            byte[] body = json.writeValueAsBytes(said);
            asked.getResponseHeaders().set("Content-Type", "application/json");
            asked.sendResponseHeaders(200, body.length);
            asked.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
