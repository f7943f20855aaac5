package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition comes from.
 *
 * @param text the condition in the words of the document
 * @param place where it stands in the document, such as 第十一条(四); absent when not recorded
 * @param certain false where the figure has not been verified: the product then shows 待核实
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clause(String text, @Nullable String place, boolean certain) {

    public Clause {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A clause needs its text");
        }
    }

    public static Clause of(String text) {
        return new Clause(text, null, true);
    }
}
