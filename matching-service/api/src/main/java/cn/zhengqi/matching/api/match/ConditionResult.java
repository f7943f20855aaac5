package cn.zhengqi.matching.api.match;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule, explained for one enterprise. What it asks of everybody is one object for all of them; as JSON all is
 * on one level, in the order of before: digests are made of it.
 *
 * @param actual what the enterprise has, absent while unknown
 * @param gapText in plain words how far it is from being met, or why figures are not verified; absent where it is met
 * @param missingFacts facts whose filling in could decide it, only where it is unknown
 * @param combination what it is made up of; absent for a single comparison
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "label",
    "clause",
    "place",
    "outcome",
    "required",
    "actual",
    "gap",
    "gapText",
    "certain",
    "missingFacts",
    "choice",
    "chosen",
    "score",
    "children"
})
public record ConditionResult(
        @JsonIgnore Requirement asked,
        Outcome outcome,
        @Nullable String actual,
        @Nullable Gap gap,
        @Nullable String gapText,
        List<FactRef> missingFacts,
        @JsonIgnore @Nullable Combination combination) {

    @JsonCreator
    static ConditionResult of(
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
        boolean single = choice == null && score == null;
        return new ConditionResult(
                new Requirement(label, clause, place, required, certain),
                outcome,
                actual,
                gap,
                gapText,
                missingFacts,
                single ? null : new Combination(choice, chosen, score, children));
    }

    @JsonProperty
    public String label() {
        return asked.label;
    }

    @JsonProperty
    public @Nullable String clause() {
        return asked.clause;
    }

    @JsonProperty
    public @Nullable String place() {
        return asked.place;
    }

    @JsonProperty
    public @Nullable String required() {
        return asked.required;
    }

    @JsonProperty
    public boolean certain() {
        return asked.certain;
    }

    @JsonProperty
    public @Nullable Choice choice() {
        return combination == null ? null : combination.choice;
    }

    @JsonProperty
    public @Nullable String chosen() {
        return combination == null ? null : combination.chosen;
    }

    @JsonProperty
    public @Nullable ScoreRange score() {
        return combination == null ? null : combination.score;
    }

    @JsonProperty
    public @Nullable List<ConditionResult> children() {
        return combination == null ? null : combination.children;
    }

    /** The same under another name, where what it stands in says what it is called. */
    public ConditionResult called(String name) {
        return new ConditionResult(asked.called(name), outcome, actual, gap, gapText, missingFacts, combination);
    }

    /** The same without what the enterprise has, how far it is from the limit, and which tier or how many points that makes. */
    public ConditionResult withoutFigures() {
        return new ConditionResult(
                asked,
                outcome,
                null,
                null,
                null,
                missingFacts,
                combination == null || combination.choice == null ? null : combination.withoutFigures());
    }

    /**
     * What a condition asks, whoever is held against it.
     *
     * @param clause the words of the document, absent for combinations that have none of their own
     * @param place where they stand in the document
     * @param required what is asked for, such as ≥ 10%
     * @param certain false shows 待核实
     */
    public record Requirement(
            String label,
            @Nullable String clause,
            @Nullable String place,
            @Nullable String required,
            boolean certain) {

        /** The same under another name. */
        public Requirement called(String name) {
            return new Requirement(name, clause, place, required, certain);
        }

        /** The same where something that it is made up of is not certain. */
        public Requirement inDoubt() {
            return new Requirement(label, clause, place, required, false);
        }
    }

    /**
     * What a condition is made up of: parts, points, or points of parts.
     *
     * @param choice how {@code children} combine; absent for one item of a table
     * @param chosen the tier or band that applies, where that is decided
     */
    public record Combination(
            @Nullable Choice choice,
            @Nullable String chosen,
            @Nullable ScoreRange score,
            @Nullable List<ConditionResult> children) {

        private Combination withoutFigures() {
            return new Combination(
                    choice,
                    null,
                    null,
                    children == null || choice == Choice.BAND
                            ? null
                            : children.stream()
                                    .map(ConditionResult::withoutFigures)
                                    .toList());
        }
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

    /**
     * The distance to the limit, never negative, in the fact's unit.
     *
     * @param waited true where the course of time closes it: the days to wait; absent elsewhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(
            BigDecimal amount, String unit, @Nullable Boolean waited) {

        public Gap(BigDecimal amount, String unit) {
            this(amount, unit, null);
        }

        /** So many days to wait. */
        public static Gap toWait(BigDecimal days) {
            return new Gap(days, "天", true);
        }

        /** Whether nothing is to be done but to wait. */
        public boolean byWaiting() {
            return Boolean.TRUE.equals(waited);
        }
    }

    /** A fact to fill in. */
    public record FactRef(String name, String label) {}

    /**
     * Points, an interval while items are unknown.
     *
     * @param pass the pass mark, or for one item of a table the most it can give
     */
    public record ScoreRange(BigDecimal low, BigDecimal high, BigDecimal pass) {}
}
