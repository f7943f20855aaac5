package cn.zhengqi.matching.api.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule, explained for one enterprise.
 *
 * @param clause the words of the document, absent for combinations that have none of their own
 * @param place where they stand in the document
 * @param required what is asked for, such as ≥ 10%
 * @param actual what the enterprise has, absent while unknown
 * @param gapText in plain words how far it is from being met, or why figures are not verified; absent where it is met
 * @param certain false shows 待核实
 * @param missingFacts facts whose filling in could decide it, only where it is unknown
 * @param choice how {@code children} combine; absent for a single comparison
 * @param chosen the tier or band that applies, where that is decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionResult(
        String label,
        @Nullable String clause,
        @Nullable String place,
        Outcome outcome,
        @Nullable String required,
        @Nullable String actual,
        @Nullable Gap gap,
        @Nullable String gapText,
        boolean certain,
        List<FactRef> missingFacts,
        @Nullable Choice choice,
        @Nullable String chosen,
        @Nullable ScoreRange score,
        @Nullable List<ConditionResult> children) {

    /** The same under another name, where what it stands in says what it is called. */
    public ConditionResult called(String name) {
        return new ConditionResult(
                name,
                clause,
                place,
                outcome,
                required,
                actual,
                gap,
                gapText,
                certain,
                missingFacts,
                choice,
                chosen,
                score,
                children);
    }

    /** The same without what the enterprise has, how far it is from the limit, and which tier or how many points that makes. */
    public ConditionResult withoutFigures() {
        return new ConditionResult(
                label,
                clause,
                place,
                outcome,
                required,
                null,
                null,
                null,
                certain,
                missingFacts,
                choice,
                null,
                null,
                children == null || choice == Choice.BAND
                        ? null
                        : children.stream().map(ConditionResult::withoutFigures).toList());
    }

    /** Whether one condition holds. */
    public enum Outcome {
        MET,
        NOT_MET,
        UNKNOWN
    }

    /** How parts combine. */
    public enum Choice {
        ALL,
        ANY,
        AT_LEAST,
        BAND,
        SCORE
    }

    /** The distance to the limit, never negative, in the fact's unit. */
    public record Gap(BigDecimal amount, String unit) {}

    /** A fact to fill in. */
    public record FactRef(String name, String label) {}

    /**
     * Points, an interval while items are unknown.
     *
     * @param pass the pass mark, or for one item of a table the most it can give
     */
    public record ScoreRange(BigDecimal low, BigDecimal high, BigDecimal pass) {}
}
