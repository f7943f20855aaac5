package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What a fact is compared with: in JSON a number, a boolean, a string, two numbers (a range) or strings (a list). Days are
 * ISO strings.
 */
public sealed interface Value {

    /** The texts that it names; none for a number or a flag. */
    default List<String> words() {
        return switch (this) {
            case Text text -> List.of(text.text());
            case Texts several -> several.texts();
            case Amount ignored -> List.of();
            case Flag ignored -> List.of();
            case Range ignored -> List.of();
        };
    }

    record Amount(@JsonValue BigDecimal number) implements Value {

        public Amount {
            number = plain(number);
        }
    }

    record Flag(@JsonValue boolean flag) implements Value {}

    record Text(@JsonValue String text) implements Value {}

    record Texts(@JsonValue List<String> texts) implements Value {

        public Texts {
            texts = Parts.notEmpty(texts, "a list of values");
        }
    }

    /** Both ends included. */
    record Range(BigDecimal from, BigDecimal to) implements Value {

        public Range {
            from = plain(from);
            to = plain(to);
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("The range " + from + " to " + to + " is empty");
            }
        }

        @JsonValue
        public List<BigDecimal> ends() {
            return List.of(from, to);
        }
    }

    @JsonCreator
    static Value of(Object json) {
        return switch (json) {
            case Boolean flag -> new Flag(flag);
            case Number number -> new Amount(new BigDecimal(number.toString()));
            case String text -> new Text(text);
            case List<?> list -> ofList(list);
            default -> throw new IllegalArgumentException("Not a value to compare with: " + json);
        };
    }

    static Value of(double number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    static Value texts(String... texts) {
        return new Texts(Arrays.asList(texts));
    }

    private static Value ofList(List<?> list) {
        if (list.size() == 2 && list.get(0) instanceof Number from && list.get(1) instanceof Number to) {
            return new Range(new BigDecimal(from.toString()), new BigDecimal(to.toString()));
        }
        return new Texts(list.stream()
                .map(item -> {
                    if (item instanceof String text) {
                        return text;
                    }
                    throw new IllegalArgumentException("A list holds strings, or is a range of two numbers: " + list);
                })
                .toList());
    }

    /** 5, 5.0 and 5.00 are one value and one JSON text. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
