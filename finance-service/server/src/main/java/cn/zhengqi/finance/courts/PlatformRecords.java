package cn.zhengqi.finance.courts;

import cn.zhengqi.finance.courts.CourtsProperties.Directory;
import cn.zhengqi.finance.courts.CourtsProperties.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks by the message form of the government data platforms (国家政务服务平台 数据直达接口规范): JSON in small letters by POST, and four headers, of which the
 * signature is Base64 of HMAC-SHA256 of sid, rid and time in milliseconds.
 */
final class PlatformRecords implements PublicRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Platform platform;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    PlatformRecords(Platform platform, JsonMapper json, Clock clock) {
        this.platform = platform;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public RecordSource source() {
        return RecordSource.PLATFORM;
    }

    @Override
    public boolean answers(RecordKind kind, boolean demo) {
        return !demo && platform.directory().containsKey(kind);
    }

    @Override
    public OnRecord of(RecordKind kind, String uscc, String name) {
        Directory directory = Objects.requireNonNull(platform.directory().get(kind));
        String time = Long.toString(clock.millis());
        String prefix = platform.headers();
        HttpRequest request = HttpRequest.newBuilder(address(directory))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json;charset=UTF-8")
                .header(prefix + "_rid", platform.rid())
                .header(prefix + "_sid", directory.sid())
                .header(prefix + "_rtime", time)
                .header(prefix + "_sign", signature(directory.sid() + platform.rid() + time))
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of(directory.uscc(), uscc))))
                .build();
        return new PlatformAnswer(kind, directory).read(answer(request));
    }

    private URI address(Directory directory) {
        String base = platform.address().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + directory.path());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw new RecordsUnavailable("HTTP " + response.statusCode());
            }
            return json.readTree(response.body());
        } catch (IOException | JacksonException unreadable) {
            throw new RecordsUnavailable(unreadable.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RecordsUnavailable("the service stops");
        }
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(platform.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
