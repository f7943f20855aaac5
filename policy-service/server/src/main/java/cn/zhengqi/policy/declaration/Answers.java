package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    /** 1 and 1.00 are the same to who fills in. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString())) == 0;
        }
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        JsonNode before = Json.MAPPER.valueToTree(one);
        return before.equals(
                (first, second) -> first.isNumber() && second.isNumber()
                        ? first.decimalValue().compareTo(second.decimalValue())
                        : first.equals(second) ? 0 : 1,
                Json.MAPPER.valueToTree(other));
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
