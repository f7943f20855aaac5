package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 赛邮短信: {@code sms/xsend} of its API version 4 (短信模板发送, mysubmail.com/documents/OOVyh). Templates are those that SUBMAIL has approved; the sign name is in them. The id of the attempt goes as {@code
 * tag}, which its reports name again, so that also what got no answer is known later.
 */
final class SubmailSmsSender implements SmsSender {

    private static final String DONE = "success";

    /** About the receiver or the words, as in {@link AliyunSmsSender}; by its table of errors (API 错误代码与描述, mysubmail.com/documents/fbaT14). */
    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "114", // in the blocklist of the account
            "115", // this phone got too many
            "251", // no phone
            "252", // no phone
            "253", // its holder wants none
            "307", // variables that cannot be read
            "404", // too long
            "405", // words that the law forbids
            "408", // the same words once more to the same phone
            "415", // too long
            "422"); // too long

    private final SmsProperties.Submail settings;
    private final SubmailSignature signature;
    private final Wording wording;
    private final JsonMapper json;
    private final Clock clock;
    private final ProviderLine line;

    SubmailSmsSender(SmsProperties.Submail settings, String portal, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.signature = new SubmailSignature(settings.appId(), settings.appKey());
        this.wording = new Wording(settings.signName(), portal);
        this.json = json;
        this.clock = clock;
        this.line = new ProviderLine(json);
    }

    @Override
    public SmsProvider provider() {
        return SmsProvider.SUBMAIL;
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
        SortedMap<String, String> form = new TreeMap<>();
        form.put("appid", settings.appId());
        form.put("to", message.phone());
        form.put("project", Objects.requireNonNull(settings.templates().get(message.purpose())));
        // By this machine's clock: its own timestamp API would be a request more for each message. It must be right by
        // six seconds.
        form.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        form.put("sign_type", SubmailSignature.TYPE);
        form.put("sign_version", "2");
        form.put("signature", signature.of(form));
        // Neither of these is signed.
        form.put("vars", json.writeValueAsString(Map.of("code", message.code())));
        form.put("tag", Subhook.tagOf(attempt));
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.endpoint().resolve("/sms/xsend"))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        return line.ask(request, message, SubmailSmsSender::read);
    }

    /** What {@code sms/log} lists does not name our tag, and within a minute it answers what was asked before, whatever is asked (mysubmail.com/documents/onhvw). */
    @Override
    public Duration remembers() {
        return Duration.ZERO;
    }

    @Override
    public Found find(Inquiry inquiry) {
        return Found.notKnown("", "不能查询");
    }

    private static String encoded(SortedMap<String, String> form) {
        return form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Handover read(JsonNode answer) {
        String status = answer.path("status").asString("");
        if (status.equals(DONE)) {
            int fee = answer.path("fee").asInt(0);
            return Handover.accepted(status, "", answer.path("send_id").asString(null), fee > 0 ? fee : null);
        }
        String code = answer.path("code").asString("");
        String words = answer.path("msg").asString("");
        if (OF_THE_MESSAGE.contains(code)) {
            return Handover.refused(code, words);
        }
        return code.isEmpty() ? Handover.unknown(code, words) : Handover.unavailable(code, words);
    }
}
