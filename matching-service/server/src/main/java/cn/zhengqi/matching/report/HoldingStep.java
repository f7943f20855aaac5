package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.match.ConditionResult;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to do where a list of what is held lacks something: to get it. That it is lacking is no step. */
final class HoldingStep {

    /** As the engine tells it, with the hint of the condition after a full stop. */
    private static final Pattern LACKING = Pattern.compile("(.+?)中没有(?:“([^。]+)”|以下任何一项：([^。]+))(?:。(.+))?");

    /** What does not tell by its name that it is a title. */
    private static final Pattern HOLDER = Pattern.compile("(?:企业|工厂|中心)$");

    /** What is done and not got. */
    private static final Pattern DEED = Pattern.compile("^(?:主导|参与|牵头)");

    private HoldingStep() {}

    /** Null where it is no list that lacks something. */
    static @Nullable String of(ConditionResult condition) {
        Matcher lacking = LACKING.matcher(Objects.requireNonNullElse(condition.gapText(), ""));
        if (!lacking.matches()) {
            return null;
        }
        boolean titles = lacking.group(1).contains("资质") || lacking.group(1).contains("荣誉");
        String one = unquoted(lacking.group(2));
        String several = lacking.group(3);
        String step = one != null
                ? titles ? getting(one) : "补充" + lacking.group(1) + "：" + one
                : (titles ? "取得以下任何一项：" : "补充" + lacking.group(1) + "，以下任何一项：") + several;
        return Stream.of(step, lacking.group(4), "再更新企业画像")
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
    }

    /** Quotes within quotes are single ones. */
    private static @Nullable String unquoted(@Nullable String name) {
        return name == null ? null : name.replace('‘', '“').replace('’', '”');
    }

    private static String getting(String title) {
        if (DEED.matcher(title).find()) {
            return title;
        }
        return "取得" + title + (HOLDER.matcher(title).find() ? "资质" : "");
    }
}
