package cn.zhengqi.matching.engine;

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
import cn.zhengqi.matching.api.facts.FactVisibility;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which limits of figures that are for the enterprises alone may be tried. Whoever surrounds an enterprise by others whose figures surely lie above and below reads from told counts on which
 * side of each limit it lies, and moves the limit: so that limits have one digit, and no figure is found more finely than these lie apart, however many questions are asked. A limit in force
 * may be kept as it is, for it is read by it anyway.
 */
public final class OwnersLimits {

    private final FactDictionary dictionary;

    public OwnersLimits(FactDictionary dictionary) {
        this.dictionary = dictionary;
    }

    private record Limit(FactDefinition fact, Object value) {

        Limit {
            // 300 and 300.0 are one limit.
            value = value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
        }

        boolean isCoarse() {
            return switch (value) {
                case BigDecimal number -> number.precision() == 1;
                case LocalDate day -> day.getDayOfYear() == 1;
                default -> true;
            };
        }
    }

    /**
     * Why such conditions may not be counted by; empty: they may.
     *
     * @param inForce what is published beside them; null: nothing
     */
    public Optional<String> refusal(Criterion typed, @Nullable Criterion inForce) {
        if (exhaustive(typed)) {
            return Optional.of("“分档适用，必居其一”的条件里有只对企业本人可见的数据，不能试算家数");
        }
        Set<Limit> published = inForce == null ? Set.of() : limits(inForce).collect(Collectors.toSet());
        return limits(typed)
                .filter(limit -> !limit.isCoarse() && !published.contains(limit))
                .findFirst()
                .map(limit -> limit.fact().label() + "只对企业本人可见，试算家数时限值"
                        + (limit.fact().kind() == FactKind.DATE ? "只用 1 月 1 日" : "只用一位有效数字（如 300、2000）") + "，或与现行版相同");
    }

    /** Whether it says of a choice that one of its parts holds, which then decides before the figure is known: nothing of it could be kept apart. */
    boolean exhaustive(Criterion criterion) {
        return (criterion instanceof AnyOf any && any.exhaustive() && rests(any))
                || parts(criterion).anyMatch(this::exhaustive);
    }

    private Stream<Limit> limits(Criterion criterion) {
        Stream<Limit> own = switch (criterion) {
            case Comparison comparison
            when rests(comparison) ->
                values(comparison.value())
                        .map(value -> new Limit(dictionary.get(comparison.fact()), value(comparison, value)));
            case Banded banded ->
                banded.bands().stream()
                        .flatMap(OwnersLimits::ends)
                        .map(end -> new Limit(dictionary.get(banded.by()), end))
                        .filter(limit -> rests(limit.fact().name()));
            default -> Stream.of();
        };
        return Stream.concat(own, parts(criterion).flatMap(this::limits));
    }

    private static Stream<Object> values(Value value) {
        return switch (value) {
            case Value.Amount amount -> Stream.of(amount.number());
            case Value.Range range -> range.ends().stream().map(Object.class::cast);
            case Value.Flag flag -> Stream.of(flag.flag());
            case Value.Text text -> Stream.of(text.text());
            case Value.Texts texts -> Stream.of(texts.texts());
        };
    }

    private Object value(Comparison comparison, Object value) {
        boolean day = dictionary.get(comparison.fact()).kind() == FactKind.DATE;
        LocalDate told = day ? FactVector.day(value) : null;
        return told == null ? value : told;
    }

    private static Stream<BigDecimal> ends(Band band) {
        return Stream.of(Optional.ofNullable(band.from()), Optional.ofNullable(band.to()))
                .flatMap(Optional::stream);
    }

    private static Stream<Criterion> parts(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> all.criteria().stream();
            case AnyOf any -> any.criteria().stream();
            case AtLeast some -> some.criteria().stream();
            case Banded banded -> banded.bands().stream().map(Band::then);
            case Score score ->
                score.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .flatMap(item -> item.tiers().stream())
                        .map(Score.Tier::when);
            case Comparison ignored -> Stream.of();
            case Unverified ignored -> Stream.of();
        };
    }

    private static boolean rests(Criterion criterion) {
        return RuleFacts.ownersAlone(criterion);
    }

    private boolean rests(String fact) {
        return Stream.concat(Stream.of(fact), RuleFacts.of(dictionary, fact).stream())
                .anyMatch(name -> dictionary.get(name).visibility() == FactVisibility.OWNER);
    }
}
