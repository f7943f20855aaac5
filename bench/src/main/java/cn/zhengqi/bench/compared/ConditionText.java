package cn.zhengqi.bench.compared;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition as somebody would write it by hand, over one variable for each fact. Of an enterprise whose facts are all known it
 * says what the engine says; what nobody has verified does not hold.
 */
record ConditionText(FactDictionary facts, Language language) {

    String of(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> joined(all.criteria(), " && ", this::of);
            case AnyOf any -> joined(any.criteria(), " || ", this::of);
            case AtLeast some ->
                "(" + joined(some.criteria(), " + ", part -> "(%s ? 1 : 0)".formatted(of(part))) + " >= " + some.count()
                        + ")";
            case Comparison comparison -> comparison(comparison);
            case Banded banded -> banded(banded);
            case Score score -> score(score);
            case Unverified ignored -> "false";
        };
    }

    private static <T> String joined(List<T> parts, String by, Function<T, String> written) {
        return parts.stream().map(written).collect(Collectors.joining(by, "(", ")"));
    }

    private String comparison(Comparison comparison) {
        FactDefinition fact = facts.get(comparison.fact());
        String variable = language.variable(fact.name());
        return switch (comparison.op()) {
            case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN ->
                "(" + variable + " " + comparison.op().symbol() + " " + number(comparison.value()) + ")";
            case BETWEEN -> {
                Value.Range range = (Value.Range) comparison.value();
                yield range(variable, ">= " + number(range.from()), "<= " + number(range.to()));
            }
            case EQUAL, IN, CONTAINS, CONTAINS_ANY -> equal(fact, variable, comparison.value());
            case NOT_EQUAL, NOT_IN -> "!" + equal(fact, variable, comparison.value());
        };
    }

    private String equal(FactDefinition fact, String variable, Value value) {
        return textual(fact) ? text(fact, value.words()) : "(" + variable + " == " + number(value) + ")";
    }

    /** Whether it is a text, a code or a choice. */
    static boolean textual(FactDefinition fact) {
        return fact.kind() == FactKind.CHOICE || fact.kind() == FactKind.MULTI_CHOICE || fact.kind() == FactKind.TEXT;
    }

    private String text(FactDefinition fact, List<String> words) {
        String variable = language.variable(fact.name());
        return switch (fact.kind()) {
            case CHOICE -> joined(words, " || ", word -> language.equal(variable, quoted(plain(word))));
            case MULTI_CHOICE -> joined(words, " || ", word -> language.holds(variable, quoted(plain(word))));
            default -> joined(words, " || ", word -> variable + ".startsWith(" + quoted(word) + ")");
        };
    }

    private String banded(Banded banded) {
        FactDefinition by = facts.get(banded.by());
        String otherwise = "false";
        for (Band band : banded.bands().reversed()) {
            otherwise = choice(inside(by, band), of(band.then()), otherwise);
        }
        return otherwise;
    }

    private String inside(FactDefinition by, Band band) {
        if (band.in() != null) {
            return text(by, band.in());
        }
        String variable = language.variable(by.name());
        List<String> ends = new ArrayList<>();
        if (band.from() != null) {
            ends.add((band.fromIncluded() ? ">= " : "> ") + number(band.from()));
        }
        if (band.to() != null) {
            ends.add((band.toIncluded() ? "<= " : "< ") + number(band.to()));
        }
        return ends.isEmpty() ? "true" : range(variable, ends.toArray(String[]::new));
    }

    /** One language takes a chain without parentheses for something else. */
    private static String choice(String when, String then, String otherwise) {
        return "(" + when + " ? " + then + " : " + otherwise + ")";
    }

    private static String range(String variable, String... ends) {
        return joined(List.of(ends), " && ", end -> "(" + variable + " " + end + ")");
    }

    private String score(Score score) {
        List<String> parts = new ArrayList<>();
        for (Score.Group group : score.groups()) {
            if (group.minimum() != null) {
                parts.add("(" + points(group) + " >= " + number(group.minimum()) + ")");
            }
        }
        parts.add("(" + joined(score.groups(), " + ", this::points) + (score.strict() ? " > " : " >= ")
                + number(score.pass()) + ")");
        return joined(parts, " && ", Function.identity());
    }

    private String points(Score.Group group) {
        return joined(group.items(), " + ", item -> {
            String otherwise = number(item.otherwise());
            for (Score.Tier tier : item.tiers().reversed()) {
                otherwise = choice(of(tier.when()), number(tier.points()), otherwise);
            }
            return otherwise;
        });
    }

    private static String number(Value value) {
        return switch (value) {
            case Value.Amount amount -> number(amount.number());
            case Value.Flag flag -> flag.flag() ? "1.0" : "0.0";
            case Value.Text day ->
                number(BigDecimal.valueOf(LocalDate.parse(day.text()).toEpochDay()));
            case Value.Texts ignored -> throw new IllegalArgumentException("Not a number: " + value);
            case Value.Range ignored -> throw new IllegalArgumentException("Not one number: " + value);
        };
    }

    private static String number(BigDecimal number) {
        return Double.toString(number.doubleValue());
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** One spelling of a choice: quotation marks and blanks do not tell two apart. */
    static String plain(String choice) {
        return choice.replaceAll("[“”\"‘’'「」《》\\s]", "").replace('（', '(').replace('）', ')');
    }
}
