package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 腾讯云短信: {@code SendSms} of its API version 2021-01-11. Sign name and templates are those that Tencent Cloud has approved. The id of the attempt goes as {@code SessionContext}, which the
 * answer names again; the reports that it pushes name the serial number alone, those that it is asked for may name the id.
 */
final class TencentSmsSender implements SmsSender {

    private static final String SERVICE = "sms";
    private static final String DONE = "Ok";

    /** About the receiver or the words, as in {@link AliyunSmsSender}; by how the codes begin. */
    private static final List<String> OF_THE_MESSAGE = List.of(
            "LimitExceeded.PhoneNumber",
            "LimitExceeded.DeliveryFrequencyLimit",
            "InvalidParameterValue.IncorrectPhoneNumber",
            "InvalidParameterValue.ContentLengthLimit",
            "InvalidParameterValue.TemplateParameter",
            "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter",
            "FailedOperation.PhoneNumberInBlacklist",
            "FailedOperation.ContainSensitiveWord",
            "UnsupportedOperation.UnsupportedRegion");

    private static final int MOST_LISTED = 100;

    /** Its clock is not ours. */
    private static final Duration ABOUT = Duration.ofMinutes(10);

    private final SmsProperties.Tencent settings;
    private final TencentSignature signature;
    private final Wording wording;
    private final JsonMapper json;
    private final Clock clock;
    private final ProviderLine line;

    TencentSmsSender(SmsProperties.Tencent settings, String portal, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.signature = new TencentSignature(settings.secretId(), settings.secretKey());
        this.wording = new Wording(settings.signName(), portal);
        this.json = json;
        this.clock = clock;
        this.line = new ProviderLine(json);
    }

    @Override
    public SmsProvider provider() {
        return SmsProvider.TENCENT;
    }

    @Override
    public boolean brings(Purpose purpose) {
        return !settings.templates().getOrDefault(purpose, "").isBlank();
    }

    @Override
    public String text(TextMessage message) {
        return wording.of(message);
    }

    @Override
    public Handover send(UUID attempt, TextMessage message) {
        String body = json.writeValueAsString(Map.of(
                "PhoneNumberSet",
                List.of("+86" + message.phone()),
                "SmsSdkAppId",
                settings.sdkAppId(),
                "SignName",
                settings.signName(),
                "TemplateId",
                Objects.requireNonNull(settings.templates().get(message.purpose())),
                "TemplateParamSet",
                List.of(message.code()),
                "SessionContext",
                attempt.toString()));
        return line.ask(signed("SendSms", body), message, TencentSmsSender::read);
    }

    /** It keeps seven days. */
    @Override
    public Duration remembers() {
        return Duration.ofDays(7);
    }

    /**
     * By {@code PullSmsSendStatusByPhoneNumber}, which lists what a carrier has reported of, as SUCCESS or FAIL, and nothing that it still waits for: what is not listed, in an empty list too, may be on its way. So it
     * never says that it never had one. It names our id once {@code SessionContext} in reports was switched on for the application.
     */
    @Override
    public Found find(Inquiry inquiry) {
        String body = json.writeValueAsString(Map.of(
                "SmsSdkAppId",
                settings.sdkAppId(),
                "PhoneNumber",
                "+86" + inquiry.phone(),
                "BeginTime",
                inquiry.sentAt().minus(ABOUT).getEpochSecond(),
                "EndTime",
                clock.instant().getEpochSecond(),
                "Offset",
                0,
                "Limit",
                MOST_LISTED));
        Optional<JsonNode> answer =
                line.look(signed("PullSmsSendStatusByPhoneNumber", body)).map(it -> it.path("Response"));
        for (JsonNode one :
                answer.map(it -> it.path("PullSmsSendStatusSet").values()).orElse(List.of())) {
            if (one.path("SessionContext")
                    .asString("")
                    .equalsIgnoreCase(inquiry.attempt().toString())) {
                String code = one.path("Description").asString("");
                return switch (one.path("ReportStatus").asString("")) {
                    case "SUCCESS" -> Found.delivered(code);
                    case "FAIL" -> Found.undelivered(code);
                    default -> Found.taken();
                };
            }
        }
        return Found.notKnown(
                answer.map(it -> it.path("Error").path("Code").asString("")).orElse(""), "");
    }

    private HttpRequest.Builder signed(String action, String body) {
        Instant now = clock.instant();
        String host = settings.endpoint().getAuthority();
        return HttpRequest.newBuilder(settings.endpoint().resolve("/"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", signature.authorization(SERVICE, host, body, now))
                .header("Content-Type", TencentSignature.CONTENT_TYPE)
                .header("X-TC-Action", action)
                .header("X-TC-Version", "2021-01-11")
                .header("X-TC-Region", settings.region())
                .header("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
    }

    private static Handover read(JsonNode answer) {
        JsonNode response = answer.path("Response");
        JsonNode error = response.path("Error");
        if (error.isObject()) {
            return refusal(error);
        }
        JsonNode status = response.path("SendStatusSet").path(0);
        if (!status.path("Code").asString("").equals(DONE)) {
            return refusal(status);
        }
        int fee = status.path("Fee").asInt(0);
        return Handover.accepted(
                DONE,
                status.path("Message").asString(""),
                status.path("SerialNo").asString(null),
                fee > 0 ? fee : null);
    }

    private static Handover refusal(JsonNode said) {
        String code = said.path("Code").asString("");
        String words = said.path("Message").asString("");
        if (OF_THE_MESSAGE.stream().anyMatch(code::startsWith)) {
            return Handover.refused(code, words);
        }
        return code.isEmpty() || code.startsWith("InternalError")
                ? Handover.unknown(code, words)
                : Handover.unavailable(code, words);
    }
}
