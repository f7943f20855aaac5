package cn.zhengqi.auth.wechat.simulator;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A template of subscription messages, with its fields such as {@code thing1}: their names say what may stand in them (订阅通知参数值内容限制说明 of WeChat).
 *
 * @param fields all of which have to be filled
 */
public record SubscriptionTemplate(String id, Set<String> fields) {

    private static final String DAY = "\\d{4}年\\d{1,2}月\\d{1,2}日";
    private static final String HOUR = "\\d{1,2}:\\d{2}";

    /** The first field that is absent, unknown or does not hold what its kind says; null: none. */
    @Nullable
    String fault(JsonNode data) {
        for (String field : fields) {
            if (!allows(field, data.path(field).path("value").asString(""))) {
                return field;
            }
        }
        return data.propertyNames().stream()
                .filter(name -> !fields.contains(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean allows(String field, String value) {
        String kind = field.replaceFirst("\\d+$", "");
        return switch (kind) {
            case "thing" -> value.length() <= 20 && !value.isBlank();
            case "number" -> value.length() <= 32 && is("\\d+(\\.\\d+)?", value);
            case "letter" -> is("[A-Za-z]{1,32}", value);
            case "character_string" -> is("[\\x21-\\x7e]{1,32}", value);
            case "time" -> is("(" + DAY + " )?" + HOUR, value);
            case "date" -> is(DAY + "( " + HOUR + ")?", value);
            case "amount" -> is("[¥￥$]?\\d{1,10}(\\.\\d{1,2})?元?", value);
            case "phrase" -> is("\\p{IsHan}{1,5}", value);
            case "name" -> is("\\p{IsHan}{1,10}|[\\x20-\\x7e]{1,20}", value);
            default -> false;
        };
    }

    private static boolean is(String pattern, String value) {
        return Pattern.matches(pattern, value);
    }
}
