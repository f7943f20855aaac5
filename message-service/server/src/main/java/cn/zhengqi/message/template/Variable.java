package cn.zhengqi.message.template;

import cn.zhengqi.kernel.Mask;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a template may say of a fact.
 *
 * @param name between the braces of the template
 * @param value null or empty: the fact does not have it
 * @param cover how it looks in a preview with a real fact; null: as it is
 */
public record Variable<F>(
        String name,
        String meaning,
        String example,
        Function<F, @Nullable String> value,
        Use use,
        @Nullable Mask cover) {

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
        return new Variable<>(name, meaning, example, value, Use.TEXT, null);
    }

    public static <F> Variable<F> id(String name, String meaning, Function<F, UUID> value) {
        return new Variable<>(
                name,
                meaning,
                "01990000-0000-7000-8000-000000000000",
                fact -> value.apply(fact).toString(),
                Use.LINK,
                null);
    }

    public Variable<F> required() {
        return new Variable<>(name, meaning, example, value, Use.REQUIRED, cover);
    }

    public Variable<F> optional() {
        return new Variable<>(name, meaning, example, value, Use.OPTIONAL, cover);
    }

    public Variable<F> covered(Mask mask) {
        return new Variable<>(name, meaning, example, value, use, mask);
    }
}
