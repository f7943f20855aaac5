package cn.zhengqi.message.template;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Yuan;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a template may say of a fact.
 *
 * @param name between the braces of the template
 * @param value null or empty: the fact does not have it
 * @param cover how it looks in a preview with a real fact, and to those whose case it is not; null: as it is
 * @param measure of a number; null: it is compared as words
 */
public record Variable<F>(
        String name,
        String meaning,
        String example,
        Function<F, @Nullable String> value,
        Use use,
        @Nullable Mask cover,
        @Nullable Measure measure) {

    enum Use {
        TEXT,
        /** Without it the notice does not say what its receiver has to know. */
        REQUIRED,
        /** Not every fact has it: it stands in a part of the text that is left out then. */
        OPTIONAL,
        /** Leads to a page, and stands in the link alone. */
        LINK
    }

    public static <F> Variable<F> text(
            String name, String meaning, String example, Function<F, @Nullable String> value) {
        return new Variable<>(name, meaning, example, value, Use.TEXT, null, null);
    }

    public static <F> Variable<F> id(String name, String meaning, Function<F, UUID> value) {
        return new Variable<>(
                name,
                meaning,
                "01990000-0000-7000-8000-000000000000",
                fact -> value.apply(fact).toString(),
                Use.LINK,
                null,
                null);
    }

    /** Money, as sentences show it. */
    public static <F> Variable<F> yuan(
            String name, String meaning, String example, Function<F, @Nullable BigDecimal> value) {
        return new Variable<>(
                name,
                meaning,
                example,
                fact -> {
                    BigDecimal amount = value.apply(fact);
                    return amount == null ? null : Yuan.format(amount);
                },
                Use.TEXT,
                null,
                Measure.YUAN);
    }

    /** Per cent, as 3.65%. */
    public static <F> Variable<F> percent(
            String name, String meaning, String example, Function<F, @Nullable String> value) {
        return new Variable<>(name, meaning, example, value, Use.TEXT, null, Measure.PERCENT);
    }

    /** What is covered is nothing to ask by: who tries one value after the other would learn it. */
    boolean isComparable() {
        return use != Use.LINK && cover == null;
    }

    public Variable<F> required() {
        return new Variable<>(name, meaning, example, value, Use.REQUIRED, cover, measure);
    }

    public Variable<F> optional() {
        return new Variable<>(name, meaning, example, value, Use.OPTIONAL, cover, measure);
    }

    public Variable<F> covered(Mask mask) {
        return new Variable<>(name, meaning, example, value, use, mask, measure);
    }
}
