package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a policy or product, a leaf or a combination. Its truth for an enterprise is met, not met, or unknown
 * while facts are missing. In JSON the property {@code type} tells the form.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AllOf.class, name = "allOf"),
    @JsonSubTypes.Type(value = AnyOf.class, name = "anyOf"),
    @JsonSubTypes.Type(value = AtLeast.class, name = "atLeast"),
    @JsonSubTypes.Type(value = Comparison.class, name = "comparison"),
    @JsonSubTypes.Type(value = Banded.class, name = "banded"),
    @JsonSubTypes.Type(value = Score.class, name = "score"),
    @JsonSubTypes.Type(value = Unverified.class, name = "unverified")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Criterion permits AllOf, AnyOf, AtLeast, Comparison, Banded, Score, Unverified {

    /** A short name to show; where absent the fact's or the combination's own words are used. */
    @Nullable
    String label();

    /** The sentence of the document it stands for; combinations may have none. */
    @Nullable
    Clause clause();
}
