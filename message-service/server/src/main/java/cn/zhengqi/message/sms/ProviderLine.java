package cn.zhengqi.message.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings one signed request to a provider, once: this client repeats no request that may have arrived. What never left this machine is known not to have been taken; of what got no answer that can be read nobody
 * knows.
 */
final class ProviderLine {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLine.class);

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int SERVER_ERROR = 500;

    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    ProviderLine(JsonMapper json) {
        this.json = json;
    }

    /** @param read makes a result of what the provider answers, whatever its status */
    Handover ask(HttpRequest.Builder request, TextMessage message, Function<JsonNode, Handover> read) {
        Handover result = answer(request, read);
        if (result.outcome() == Handover.Outcome.ACCEPTED) {
            LOG.info("Text message {} is {} at the provider", message, result.serial());
        } else {
            LOG.warn("Text message {}: {} {} {}", message, result.outcome(), result.code(), result.words());
        }
        return result;
    }

    /** What a provider answers to a question that changes nothing; empty: nothing that can be read. */
    Optional<JsonNode> look(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = json.readTree(response.body());
            return response.statusCode() < SERVER_ERROR && body.isObject() ? Optional.of(body) : Optional.empty();
        } catch (IOException | UnresolvedAddressException | JacksonException silent) {
            // What it answered may have a phone in it.
            LOG.warn(
                    "A provider of text messages does not answer what became of one: {}",
                    silent.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Handover answer(HttpRequest.Builder request, Function<JsonNode, Handover> read) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            return read(response, read);
        } catch (ConnectException
                | HttpConnectTimeoutException
                | UnknownHostException
                | UnresolvedAddressException
                | SSLHandshakeException unreachable) {
            return Handover.unavailable(null, "无法连接（" + unreachable.getClass().getSimpleName() + "）");
        } catch (IOException broken) {
            return Handover.unknown(null, "未收到答复（" + broken.getClass().getSimpleName() + "）");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Handover.unknown(null, "等待答复时服务停止");
        }
    }

    private Handover read(HttpResponse<byte[]> response, Function<JsonNode, Handover> read) {
        try {
            JsonNode body = json.readTree(response.body());
            if (body.isObject()) {
                Handover told = read.apply(body);
                // Of an error inside the provider nobody says whether the message was on its way already.
                return response.statusCode() >= SERVER_ERROR && told.outcome() == Handover.Outcome.UNAVAILABLE
                        ? Handover.unknown(told.code(), told.words())
                        : told;
            }
        } catch (JacksonException noJson) {
            // Told below.
        }
        // Something between here and the provider answered: with an error of its own it may have passed the request on.
        String words = "答复无法识别（HTTP " + response.statusCode() + "）";
        return response.statusCode() >= SERVER_ERROR || response.statusCode() < 300
                ? Handover.unknown(null, words)
                : Handover.unavailable(null, words);
    }
}
