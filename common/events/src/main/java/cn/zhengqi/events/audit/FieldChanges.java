package cn.zhengqi.events.audit;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.ChangeRecorded.FieldChange;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.web.field.FieldRulesModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** What is different between two views of a thing: found in their plain values, told in covered ones. */
final class FieldChanges {

    /** A text longer than this is cut: the log says what was changed, it is no second copy of the data. */
    private static final int LONGEST = 500;

    /** How much of what is the same is told before the first difference of two long texts. */
    private static final int LEAD = 40;

    private static final int MOST = 100;
    private static final Set<String> NOT_TOLD = Set.of("version");

    private static final JsonMapper PLAIN = Json.MAPPER
            .rebuild()
            .addModule(new SimpleModule("audit").addSerializer(Uscc.class, new ToStringSerializer(Uscc.class)))
            .build();
    private static final JsonMapper COVERED =
            Json.MAPPER.rebuild().addModule(new FieldRulesModule()).build();

    private FieldChanges() {}

    static List<FieldChange> between(@Nullable Record before, @Nullable Record after) {
        Map<String, String> was = fields(before, PLAIN);
        Map<String, String> is = fields(after, PLAIN);
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        names.removeAll(NOT_TOLD);
        names.removeIf(name -> Objects.equals(was.get(name), is.get(name)));
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, String> wasShown = covered(before);
        Map<String, String> isShown = covered(after);
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            if (changes.size() == MOST) {
                changes.add(new FieldChange("…", null, "另有 " + (names.size() - MOST) + " 项变更"));
                break;
            }
            String wasText = wasShown.get(name);
            String isText = isShown.get(name);
            int from = firstDifference(wasText, isText);
            changes.add(new FieldChange(name, excerpt(wasText, from), excerpt(isText, from)));
        }
        return changes;
    }

    private static int firstDifference(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return 0;
        }
        return Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()));
    }

    /** The text itself, or of a long one the part in which it differs. */
    private static @Nullable String excerpt(@Nullable String text, int difference) {
        if (text == null || text.length() <= LONGEST) {
            return text;
        }
        int begin = difference < LONGEST - LEAD ? 0 : difference - LEAD;
        int end = Math.min(text.length(), begin + LONGEST);
        return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
    }

    /** As for nobody: who makes a change may see more than who reads the log. */
    private static Map<String, String> covered(@Nullable Record view) {
        SecurityContext caller = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            return fields(view, COVERED);
        } finally {
            SecurityContextHolder.setContext(caller);
        }
    }

    private static Map<String, String> fields(@Nullable Record view, JsonMapper mapper) {
        Map<String, String> fields = new TreeMap<>();
        if (view != null) {
            collect("", mapper.valueToTree(view), fields);
        }
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            fields));
        } else if (!node.isNull() && !node.isMissingNode() && !(node.isArray() && node.isEmpty())) {
            fields.put(path, node.isValueNode() ? node.asString() : list(node));
        }
    }

    private static String list(JsonNode array) {
        List<String> parts = new ArrayList<>();
        array.forEach(element -> parts.add(element.isValueNode() ? element.asString() : element.toString()));
        return String.join("、", parts);
    }
}
