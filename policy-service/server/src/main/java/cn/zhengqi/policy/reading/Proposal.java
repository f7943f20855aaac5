package cn.zhengqi.policy.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that states a condition, and what it is taken to ask for. Nothing of it counts before a person has taken it.
 *
 * @param number counted from 1 through the text
 * @param from where the sentence begins in the text, counted as UTF-16
 * @param place where it stands by the document's own numbers, as 第十一条（四）, else by paragraph
 * @param criterion as it would stand in the tree; absent where it could not be read and a person has to
 * @param why which words led to it, in Chinese
 * @param alternatives with which other proposals it stands in a choice
 * @param applies for whom it is asked, where the sentence says so
 * @param under the words above it by which it is a reason to get nothing; absent where it is none, or says so itself
 * @param exclusion of a sentence that says what cannot be had together: no condition, and entered with the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposal(
        int number,
        int from,
        int to,
        @Nullable @Size(max = 100, message = "不超过 100 字") String place,
        @Nullable Map<String, Object> criterion,

        @Size(max = 20, message = "不超过 20 条") List<@Size(max = 500, message = "不超过 500 字") String> why,

        @NotNull(message = "缺少把握程度") Certainty certainty,
        @Nullable Alternatives alternatives,
        @Nullable Applies applies,
        @Nullable @Size(max = 500, message = "不超过 500 字") String under,
        @Nullable @Valid Exclusion exclusion) {

    public Proposal {
        why = List.copyOf(Objects.requireNonNullElse(why, List.of()));
    }

    /** Whether it asks for the same fact by bands of the same one. */
    boolean standsInBandsWith(Proposal other) {
        return applies != null
                && other.applies != null
                && criterion != null
                && other.criterion != null
                && applies.by().equals(other.applies.by())
                && Objects.equals(criterion.get("fact"), other.criterion.get("fact"));
    }

    /** The same, which a person has to look at for this reason. */
    Proposal doubted(String reason) {
        List<String> reasons = Stream.concat(why.stream(), Stream.of(reason)).toList();
        return new Proposal(
                number, from, to, place, criterion, reasons, Certainty.CHECK, alternatives, applies, under, exclusion);
    }

    /** How sure the reading is; never sure enough to go without a person. */
    public enum Certainty {
        /** The words name one fact, one comparison and one value, and nothing in the sentence was left over. */
        CLEAR,
        /** Something was supplied or left over: it says what. */
        CHECK,
        /** It looks like a condition and could not be read. */
        MANUAL
    }

    /**
     * One of several that are enough, or of which some are.
     *
     * @param group the same for all of a choice
     * @param heading the words that say so; absent where a sentence begins with 或
     * @param atLeast how many have to be met, where that is more than one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Alternatives(
            int group,

            @Nullable @Size(max = 500, message = "不超过 500 字")
            String heading,

            @Nullable @Min(value = 2, message = "不小于 2") @Max(value = 100, message = "不超过 100")
            Integer atLeast) {}

    /** @param named what cannot be had together with this policy, in the words of the document; absent where it names nothing */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exclusion(
            @Nullable @Size(max = 200, message = "不超过 200 字")
            String named) {}

    /** For whom it is asked: a band of a fact, with the ends as in a tree. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Applies(
            @NotNull(message = "缺少分档的指标") String by,
            String label,
            @Nullable BigDecimal from,
            boolean fromIncluded,
            @Nullable BigDecimal to,
            boolean toIncluded) {}
}
