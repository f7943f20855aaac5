package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 阿里云短信服务: {@code SendSms} of its API version 2017-05-25. Sign name and templates are those that Alibaba Cloud has approved. The id of the attempt goes as {@code OutId}, which its
 * reports name again, so that also what got no answer is known later.
 */
final class AliyunSmsSender implements SmsSender {

    /** About the receiver or the words: another provider would have to refuse them too, or would get round what guards a phone from too many. */
    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "isv.MOBILE_NUMBER_ILLEGAL",
            "isv.BUSINESS_LIMIT_CONTROL",
            "isv.BLACK_KEY_CONTROL_LIMIT",
            "isv.PARAM_LENGTH_LIMIT",
            "isv.TEMPLATE_PARAMS_ILLEGAL",
            "isv.INVALID_PARAMETERS",
            "MOBILE_IN_BLACK");

    /** Errors of the gateway and of what is behind it. */
    private static final Set<String> INSIDE = Set.of("InternalError", "ServiceUnavailable");

    /** As many as it lists at once, and more pages than a phone fills in a day. */
    private static final int PAGE = 50;

    private static final int MOST_PAGES = 20;

    /** Its clock is not ours, and it may have taken its time. */
    private static final Duration ABOUT = Duration.ofMinutes(10);

    private final SmsProperties.Aliyun settings;
    private final AliyunSignature signature;
    private final Wording wording;
    private final JsonMapper json;
    private final Clock clock;
    private final ProviderLine line;

    AliyunSmsSender(SmsProperties.Aliyun settings, String portal, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.signature = new AliyunSignature(settings.accessKeyId(), settings.accessKeySecret());
        this.wording = new Wording(settings.signName(), portal);
        this.json = json;
        this.clock = clock;
        this.line = new ProviderLine(json);
    }

    @Override
    public SmsProvider provider() {
        return SmsProvider.ALIYUN;
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
        SortedMap<String, String> query = new TreeMap<>();
        query.put("PhoneNumbers", message.phone());
        query.put("SignName", settings.signName());
        query.put("TemplateCode", Objects.requireNonNull(settings.templates().get(message.purpose())));
        query.put("TemplateParam", json.writeValueAsString(Map.of("code", message.code())));
        query.put("OutId", attempt.toString());
        return line.ask(signed("SendSms", query), message, AliyunSmsSender::read);
    }

    /** It keeps 30 days, counted by days. */
    @Override
    public Duration remembers() {
        return Duration.ofDays(29);
    }

    /** By {@code QuerySendDetails}: of a phone all messages of a day, with our ids. What was handed over about midnight may stand under either day. */
    @Override
    public Found find(Inquiry inquiry) {
        Found found = Found.neverHad();
        for (LocalDate day : Stream.of(
                        inquiry.sentAt().minus(ABOUT), inquiry.sentAt().plus(ABOUT))
                .map(BusinessTime::dayOf)
                .distinct()
                .toList()) {
            Found ofDay = find(inquiry, day);
            switch (ofDay.outcome()) {
                case DELIVERED, UNDELIVERED, TAKEN -> {
                    return ofDay;
                }
                case NOT_KNOWN -> found = ofDay;
                case NEVER_HAD -> {}
            }
        }
        return found;
    }

    private Found find(Inquiry inquiry, LocalDate day) {
        int seen = 0;
        boolean allNamed = true;
        for (int page = 1; page <= MOST_PAGES; page++) {
            Optional<JsonNode> answer = line.look(signed("QuerySendDetails", details(inquiry, day, page)));
            String code = answer.map(it -> it.path("Code").asString("")).orElse("");
            if (answer.isEmpty() || !code.equals("OK")) {
                return Found.notKnown(
                        code, answer.map(it -> it.path("Message").asString("")).orElse(""));
            }
            JsonNode list = answer.get().path("SmsSendDetailDTOs").path("SmsSendDetailDTO");
            for (JsonNode one : list) {
                String id = one.path("OutId").asString("");
                if (id.equalsIgnoreCase(inquiry.attempt().toString())) {
                    return status(one);
                }
                allNamed &= !id.isBlank();
            }
            seen += list.size();
            int total = numberOf(answer.get().path("TotalCount").asString(""));
            if (total >= 0 && seen == total && list.isArray()) {
                return allNamed ? Found.neverHad() : Found.notKnown(code, "有短信未带标识");
            }
            // It is known to count messages that it does not list: then the answer is not complete.
            if (total < 0 || list.isEmpty() || seen > total) {
                break;
            }
        }
        return Found.notKnown("", "查询结果不完整");
    }

    private static Found status(JsonNode one) {
        String code = one.path("ErrCode").asString("");
        return switch (one.path("SendStatus").asString("")) {
            case "1" -> Found.taken();
            case "2" -> Found.undelivered(code);
            case "3" -> Found.delivered(code);
            default -> Found.notKnown(code, "状态无法识别");
        };
    }

    private static int numberOf(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static SortedMap<String, String> details(Inquiry inquiry, LocalDate day, int page) {
        return new TreeMap<>(Map.of(
                "PhoneNumber",
                inquiry.phone(),
                "SendDate",
                DateTimeFormatter.BASIC_ISO_DATE.format(day),
                "PageSize",
                Integer.toString(PAGE),
                "CurrentPage",
                Integer.toString(page)));
    }

    private HttpRequest.Builder signed(String action, SortedMap<String, String> query) {
        URI endpoint = settings.endpoint();
        Map<String, String> headers = new TreeMap<>(Map.of(
                "host",
                endpoint.getAuthority(),
                "x-acs-action",
                action,
                "x-acs-version",
                "2017-05-25",
                "x-acs-date",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce",
                UUID.randomUUID().toString(),
                "x-acs-content-sha256",
                AliyunSignature.EMPTY_BODY_HASH));
        String authorization = signature.authorization(query, headers);
        // The client writes it by itself, from the address.
        headers.remove("host");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(endpoint + "/?" + AliyunSignature.canonicalQuery(query)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", authorization)
                .header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private static Handover read(JsonNode answer) {
        String code = answer.path("Code").asString("");
        String words = answer.path("Message").asString("");
        if (code.equals("OK")) {
            return Handover.accepted(code, words, answer.path("BizId").asString(null), null);
        }
        if (OF_THE_MESSAGE.contains(code)) {
            return Handover.refused(code, words);
        }
        // Of an error inside the provider nobody says whether the message was on its way already.
        return code.isEmpty() || code.startsWith("isp.") || INSIDE.contains(code)
                ? Handover.unknown(code, words)
                : Handover.unavailable(code, words);
    }
}
