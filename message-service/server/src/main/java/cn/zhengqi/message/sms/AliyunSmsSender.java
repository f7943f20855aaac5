package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.MessageProblem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 阿里云短信服务: {@code SendSms} of its API version 2017-05-25. Sign name and templates are those that Alibaba Cloud has approved. */
final class AliyunSmsSender implements SmsSender {

    private static final Logger LOG = LoggerFactory.getLogger(AliyunSmsSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SmsProperties.Aliyun settings;
    private final AliyunSignature signature;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;

    AliyunSmsSender(SmsProperties.Aliyun settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.signature = new AliyunSignature(settings.accessKeyId(), settings.accessKeySecret());
        this.json = json;
        this.clock = clock;
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public void send(TextMessage message) {
        SortedMap<String, String> query = new TreeMap<>();
        query.put("PhoneNumbers", message.phone());
        query.put("SignName", settings.signName());
        query.put("TemplateCode", Objects.requireNonNull(settings.templates().get(message.purpose())));
        query.put("TemplateParam", json.writeValueAsString(Map.of("code", message.code())));
        JsonNode answer = ask(query, message);
        String code = answer.path("Code").asString("");
        if (!code.equals("OK")) {
            throw failed(message, code + " " + answer.path("Message").asString(""), null);
        }
        LOG.info(
                "Text message {} is {} at the provider",
                message,
                answer.path("BizId").asString(""));
    }

    /** Never sent twice: a message that may have gone out is not worth a second one with the same code. */
    private JsonNode ask(SortedMap<String, String> query, TextMessage message) {
        URI endpoint = settings.endpoint();
        Map<String, String> headers = new TreeMap<>(Map.of(
                "host",
                endpoint.getAuthority(),
                "x-acs-action",
                "SendSms",
                "x-acs-version",
                "2017-05-25",
                "x-acs-date",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                UUID.randomUUID().toString(),
                "x-acs-content-sha256",
                AliyunSignature.EMPTY_BODY_HASH));
        String authorization = signature.authorization(query, headers);
        headers.remove("host");
        try {
            return Objects.requireNonNull(http.post()
                    .uri(URI.create(endpoint + "/?" + AliyunSignature.canonicalQuery(query)))
                    .headers(all -> {
                        headers.forEach(all::set);
                        all.set(HttpHeaders.AUTHORIZATION, authorization);
                        all.set(HttpHeaders.ACCEPT, "application/json");
                    })
                    // What is refused is described in the body, whatever the status.
                    .exchange((request, response) ->
                            json.readTree(response.getBody().readAllBytes())));
        } catch (RestClientException | tools.jackson.core.JacksonException unreachable) {
            throw failed(message, unreachable.getClass().getSimpleName(), unreachable);
        }
    }

    private static ProblemException failed(TextMessage message, String why, @Nullable Exception cause) {
        LOG.warn("Text message {} was not sent: {}", message, why);
        return new ProblemException(
                MessageProblem.SMS_FAILED, MessageProblem.SMS_FAILED.title(), List.of(), Map.of(), cause);
    }
}
