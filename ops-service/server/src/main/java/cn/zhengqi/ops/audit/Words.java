package cn.zhengqi.ops.audit;

import cn.zhengqi.auth.api.OpenApiScope;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 操作日志 as people read it, on the page and in the file alike: what a changed field is called, and what its value says. Entries keep fields and values as the
 * services named them; {@code words.json} has the words. What is not known there (a newer service) is shown as it came.
 */
final class Words {

    static final Words ALL = read();

    private static final String NOTHING = "（无）";

    /** 2026-11-27T12:56:25.690807376+08:00, also with a Z. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*(Z|[+-]\\d{2}:\\d{2})");

    private static final Pattern PIECE = Pattern.compile("(conditions)\\.0?(\\d+)");

    private static final Pattern SUM = Pattern.compile("\\d+(\\.\\d+)?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Vocabulary vocabulary;
    private final Map<String, Map<String, String>> lists;

    private Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.lists = new HashMap<>(vocabulary.lists());
        lists.put("signInResult", labels(SignInResult.values(), SignInResult::label));
        lists.put("signInWay", labels(SignInWay.values(), SignInWay::label));
    }

    /**
     * The file.
     *
     * @param facts names of facts of an enterprise's profile
     * @param sums fields whose value is an amount in yuan
     * @param values by a field, or by what it belongs to and the field, the list that has its values
     */
    private record Vocabulary(
            Map<String, String> fields,
            Map<String, String> facts,
            Set<String> sums,
            Map<String, String> values,
            Map<String, Map<String, String>> lists) {}

    private static Words read() {
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream("words.json"))) {
            return new Words(Json.MAPPER.readValue(file, Vocabulary.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends Enum<T>> Map<String, String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, label));
    }

    String service(String name) {
        return word("service", name);
    }

    String field(String field) {
        if (field.startsWith("fields.")) {
            return "字段 " + named(field.substring("fields.".length()));
        }
        if (field.startsWith("scopes.")) {
            return "数据范围：" + field.substring("scopes.".length());
        }
        // A long text that is kept whole comes in pieces, 01 and so on.
        Matcher piece = PIECE.matcher(field);
        if (piece.matches()) {
            return named(piece.group(1)) + "（第 " + piece.group(2) + " 段）";
        }
        if (field.startsWith("facts.")) {
            String fact = field.substring("facts.".length());
            return vocabulary.facts().getOrDefault(fact, named(fact));
        }
        return named(field);
    }

    private String named(String field) {
        return vocabulary.fields().getOrDefault(field, vocabulary.facts().getOrDefault(field, field));
    }

    /**
     * @param subjectKind of what the field belongs to
     * @param value absent where there was nothing
     */
    String value(String subjectKind, String field, @Nullable String value) {
        if (value == null) {
            return NOTHING;
        }
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? "是" : "否";
        }
        if (INSTANT.matcher(value).matches()) {
            return moment(value);
        }
        if (field.equals("scopes")) {
            return each(
                    value,
                    " ",
                    scope -> OpenApiScope.ofCode(scope).map(OpenApiScope::label).orElse(scope));
        }
        if (vocabulary.sums().contains(field) && SUM.matcher(value).matches()) {
            return sum(value);
        }
        String list = vocabulary
                .values()
                .getOrDefault(subjectKind + "." + field, vocabulary.values().getOrDefault(field, ""));
        return list.isEmpty() ? value : each(value, "、", part -> word(list, part));
    }

    private String word(String list, String value) {
        return lists.getOrDefault(list, Map.of()).getOrDefault(value, value);
    }

    private static String each(String values, String between, UnaryOperator<String> word) {
        return Arrays.stream(values.split(between, -1)).map(word).collect(Collectors.joining("、"));
    }

    private static String moment(String value) {
        try {
            return SECONDS.format(BusinessTime.at(OffsetDateTime.parse(value).toInstant()));
        } catch (DateTimeParseException other) {
            return value;
        }
    }

    private static String sum(String value) {
        BigDecimal sum = new BigDecimal(value).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, sum.scale()) + "f", sum);
    }
}
