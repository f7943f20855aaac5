package cn.zhengqi.matching.api.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the fact dictionary.
 *
 * @param unit 万元, %, 人, 项, 年, 月, 天, 分 …; absent for texts and yes/no
 * @param min least value that is accepted, in the unit
 * @param max greatest value that is accepted, in the unit
 * @param years how many figures a YEARS fact has
 * @param newestCounts of a YEARS fact: a plain number is its newest year, and criteria that name it mean that year; without it
 *     criteria use the derived facts
 * @param aliases other names under which criteria may call it
 * @param inputs facts from which a derived one is computed
 * @param formula how, in words for the reader
 * @param calculation how, for the matching engine; of derived facts only
 * @param ratio of what to what, so that a gap in percent can also be told in people or money
 * @param closable in which direction an enterprise can sensibly change it
 * @param period of which time it speaks, in words
 * @param visibility who may learn the figure
 * @param retired whether nothing new may name it; what does goes on as it was
 * @param defaultValue what holds until the enterprise chooses otherwise (only for choices, never for measured facts)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactDefinition(
        String name,
        String label,
        FactKind kind,
        @Nullable String unit,
        String group,
        FactSource source,
        List<String> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer years,
        @Nullable Boolean newestCounts,
        List<String> aliases,
        List<String> inputs,
        @Nullable String formula,
        @Nullable Ratio ratio,
        Closable closable,
        @Nullable String defaultValue,
        @Nullable String hint,
        String period,
        FactVisibility visibility,
        @Nullable Formula calculation,
        @Nullable Boolean retired) {

    public FactDefinition {
        choices = Objects.requireNonNullElse(choices, List.of());
        aliases = Objects.requireNonNullElse(aliases, List.of());
        inputs = Objects.requireNonNullElse(inputs, List.of());
        closable = Objects.requireNonNullElse(closable, Closable.UP);
    }

    /**
     * One that enterprises fill in.
     *
     * @param unit absent for yes/no
     */
    public static FactDefinition filledIn(
            String name,
            Description said,
            FactKind kind,
            @Nullable String unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {
        return new FactDefinition(
                name,
                said.label(),
                kind,
                unit,
                said.group(),
                FactSource.SELF,
                List.of(),
                min,
                max,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                said.closable(),
                null,
                said.hint(),
                said.period(),
                said.visibility(),
                null,
                null);
    }

    /** One that is computed from others. */
    public static FactDefinition derived(
            String name,
            List<String> aliases,
            Description said,
            FactKind kind,
            @Nullable String unit,
            @Nullable Ratio ratio,
            Formula calculation) {
        return new FactDefinition(
                name,
                said.label(),
                kind,
                unit,
                said.group(),
                FactSource.DERIVED,
                List.of(),
                null,
                null,
                null,
                null,
                aliases,
                calculation.inputs(),
                FormulaWords.named(calculation),
                ratio,
                said.closable(),
                null,
                said.hint(),
                said.period(),
                said.visibility(),
                calculation,
                null);
    }

    /** The same figure, described otherwise. */
    public FactDefinition describedAs(Description said) {
        return copy(said, retired);
    }

    /** The same, which nothing new may name any more. */
    public FactDefinition retire() {
        return copy(description(), true);
    }

    /** The same, which may be named again. */
    public FactDefinition restore() {
        return copy(description(), null);
    }

    private Description description() {
        return new Description(label, group, closable, hint, period, visibility);
    }

    private FactDefinition copy(Description said, @Nullable Boolean outOfUse) {
        return new FactDefinition(
                name,
                said.label(),
                kind,
                unit,
                said.group(),
                source,
                choices,
                min,
                max,
                years,
                newestCounts,
                aliases,
                inputs,
                formula,
                ratio,
                said.closable(),
                defaultValue,
                said.hint(),
                said.period(),
                said.visibility(),
                calculation,
                outOfUse);
    }

    public boolean outOfUse() {
        return Boolean.TRUE.equals(retired);
    }

    public boolean derived() {
        return source == FactSource.DERIVED;
    }

    /** Whether the figures by year stand for their newest one where one number is wanted. */
    public boolean readAsNewest() {
        return Boolean.TRUE.equals(newestCounts);
    }

    /** Register facts come from the register, derived ones from others; the rest may be filled in. */
    public boolean editable() {
        return source == FactSource.SELF || source == FactSource.TAX;
    }

    /** What people say of a fact, however it comes by its figure. */
    public record Description(
            String label,
            String group,
            Closable closable,
            @Nullable String hint,
            String period,
            FactVisibility visibility) {}

    /**
     * A ratio in percent.
     *
     * @param of the fact above the line, absent where only the ratio itself is known
     * @param to the fact below the line
     * @param unit the unit of both
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ratio(@Nullable String of, String to, String unit) {}

    /** Whether and how a gap in this fact can be closed by the enterprise. */
    public enum Closable {
        UP,
        DOWN,
        NO
    }
}
