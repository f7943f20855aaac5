package cn.zhengqi.message.sms;

import cn.zhengqi.message.push.SmsProvider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as SUBMAIL pushes it (短信 SUBHOOK 事件, mysubmail.com/documents/GHVPT), a form or a JSON object, as its console is set. It says itself who sent it: {@code signature} is the MD5 of {@code token} and the
 * key of the SUBHOOK (推送数据验证), and of nothing else, so that a token that was read by somebody would prove whatever they like. Hence each brings one report ({@link SmsAttempts#reported}).
 */
final class Subhook {

    static final SmsProvider PROVIDER = SmsProvider.SUBMAIL;

    /** As long as SUBMAIL takes a tag. */
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{32}");

    private static final int LONGEST_TOKEN = 100;

    private final Map<String, String> fields;

    private Subhook(Map<String, String> fields) {
        this.fields = fields;
    }

    /** What is neither has no signature. */
    static Subhook of(JsonMapper json, String body) {
        return new Subhook(body.stripLeading().startsWith("{") ? object(json, body) : form(body));
    }

    /** The id of an attempt as its reports name it again: without dashes it is just short enough. */
    static String tagOf(UUID attempt) {
        return attempt.toString().replace("-", "");
    }

    boolean isSignedBy(String key) {
        String token = field("token");
        return !token.isBlank()
                && token.length() <= LONGEST_TOKEN
                && MessageDigest.isEqual(bytes(md5(token + key)), bytes(field("signature")));
    }

    /** None of what only says that a message is on its way, that nobody can tell what became of it, or what is no message of ours. */
    List<Receipt> receipts() {
        return switch (field("events")) {
            case "delivered" -> List.of(receipt(true, "发送成功"));
            case "dropped" -> List.of(receipt(false, "发送失败"));
            default -> List.of();
        };
    }

    private Receipt receipt(boolean delivered, String words) {
        String tag = field("tag");
        return new Receipt(
                TAG.matcher(tag).matches() ? idOf(tag) : null,
                ReceiptFormat.serialOf(field("send_id")),
                delivered,
                field("report").strip(),
                words,
                null,
                field("token"));
    }

    private static UUID idOf(String tag) {
        return new UUID(Long.parseUnsignedLong(tag, 0, 16, 16), Long.parseUnsignedLong(tag, 16, 32, 16));
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Map<String, String> object(JsonMapper json, String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> one : json.readTree(body).properties()) {
                fields.put(one.getKey(), one.getValue().asString(""));
            }
        } catch (JacksonException noJson) {
            return Map.of();
        }
        return fields;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String pair : body.split("&", -1)) {
                int at = pair.indexOf('=');
                if (at > 0) {
                    fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
                }
            }
        } catch (IllegalArgumentException noForm) {
            return Map.of();
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("MD5 is not there", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
