package cn.zhengqi.policy.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was filled in, by the keys of the form. What was left empty is not there. */
record Answers(Map<String, Object> values) {

    static final Answers NONE = new Answers(Map.of());

    Answers {
        values = Objects.requireNonNullElse(values, Map.of());
    }

    /** As it came from a page, which sends what was cleared as nothing. */
    static Answers of(@Nullable Map<String, Object> sent) {
        return new Answers(sent == null ? Map.of() : filled(sent));
    }

    @Nullable
    Object get(String key) {
        return values.get(key);
    }

    /** Only those whose key is wanted. */
    Answers only(Predicate<String> wanted) {
        Map<String, Object> some = new LinkedHashMap<>(values);
        some.keySet().removeIf(wanted.negate());
        return new Answers(some);
    }

    private static Map<String, Object> filled(Map<?, ?> sent) {
        Map<String, Object> filled = new LinkedHashMap<>();
        sent.forEach((key, value) -> {
            Object kept = filled(value);
            if (kept != null) {
                filled.put(String.valueOf(key), kept);
            }
        });
        return filled;
    }

    private static @Nullable Object filled(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> {
                    Object kept = filled(item);
                    if (kept != null) {
                        items.add(kept);
                    }
                });
                yield items.isEmpty() ? null : items;
            }
            case Map<?, ?> row -> {
                Map<String, Object> cells = filled(row);
                yield cells.isEmpty() ? null : cells;
            }
            default -> value;
        };
    }
}
