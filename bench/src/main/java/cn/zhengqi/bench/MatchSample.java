package cn.zhengqi.bench;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Policies and enterprises to measure on. The policies are variants of the real ones, each with its own figures, so that two
 * of them seldom share a comparison of numbers: harder than a real library, where limits repeat. A third of the enterprises'
 * facts is unknown.
 */
public final class MatchSample {

    public static final int POLICIES = 2_000;
    public static final LocalDate AS_OF = LocalDate.of(2026, 3, 15);

    private static final List<String> INDUSTRIES = List.of(
            "C3484", "C1810", "C3911", "I6513", "I6420", "F5177", "F5211", "H6210", "E4790", "M7320", "G5430", "L7291");

    private final Random random;

    public MatchSample(long seed) {
        random = new Random(seed);
    }

    public List<PolicyRule> policies(int count) {
        List<PolicyRule> real = ReferenceRules.policies().stream()
                .filter(rule -> !rule.reference() && !(rule.criteria() instanceof Unverified))
                .toList();
        List<PolicyRule> policies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            PolicyRule rule = real.get(i % real.size());
            BigDecimal factor =
                    i < real.size() ? BigDecimal.ONE : BigDecimal.valueOf(0.8 + random.nextInt(400) / 1000.0);
            policies.add(new PolicyRule(
                    "P" + i,
                    rule.edition(),
                    rule.title(),
                    rule.docNumber(),
                    rule.level(),
                    rule.category(),
                    rule.validity(),
                    false,
                    rule.grants(),
                    rule.benefit(),
                    rule.verified(),
                    rule.confidence(),
                    rule.source(),
                    scaled(rule.criteria(), factor),
                    List.of()));
        }
        return policies;
    }

    public List<Map<String, Object>> enterprises(int count) {
        List<Map<String, Object>> enterprises = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            enterprises.add(enterprise(() -> random.nextInt(3) != 0));
        }
        return enterprises;
    }

    /** Enterprises of which every fact is known. */
    public List<Map<String, Object>> knownEnterprises(int count) {
        List<Map<String, Object>> enterprises = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            enterprises.add(enterprise(() -> true));
        }
        return enterprises;
    }

    private Map<String, Object> enterprise(BooleanSupplier known) {
        Map<String, Object> facts = new HashMap<>();
        for (FactDefinition fact : FactDictionary.standard().facts()) {
            if (!fact.derived() && known.getAsBoolean()) {
                Object value = value(fact);
                if (value != null) {
                    facts.put(fact.name(), value);
                }
            }
        }
        return facts;
    }

    private @Nullable Object value(FactDefinition fact) {
        return switch (fact.kind()) {
            case NUMBER, INTEGER -> number(fact);
            case BOOLEAN -> random.nextBoolean();
            case DATE -> AS_OF.minusDays(random.nextInt(5000)).toString();
            case TEXT ->
                fact.name().equals("regionCode") ? "500113" : INDUSTRIES.get(random.nextInt(INDUSTRIES.size()));
            case CHOICE -> fact.choices().get(random.nextInt(fact.choices().size()));
            case MULTI_CHOICE ->
                fact.choices().stream().filter(choice -> random.nextInt(4) == 0).toList();
            case YEARS -> List.of(number(fact), number(fact), number(fact));
        };
    }

    private Object number(FactDefinition fact) {
        String unit = fact.unit() == null ? "" : fact.unit();
        return switch (unit) {
            case "万元" -> Math.round(Math.exp(random.nextDouble() * 10) * 100) / 100.0;
            case "%" -> random.nextInt(1000) / 10.0;
            case "人" -> (int) Math.exp(random.nextDouble() * 7);
            default -> random.nextInt(40);
        };
    }

    private static Criterion scaled(Criterion criterion, BigDecimal factor) {
        return switch (criterion) {
            case AllOf all -> new AllOf(all.label(), all.clause(), scaled(all.criteria(), factor));
            case AnyOf any -> new AnyOf(any.label(), any.clause(), any.exhaustive(), scaled(any.criteria(), factor));
            case AtLeast some ->
                new AtLeast(some.label(), some.clause(), some.count(), scaled(some.criteria(), factor));
            case Comparison comparison -> scaled(comparison, factor);
            case Banded banded ->
                new Banded(
                        banded.label(),
                        banded.clause(),
                        banded.by(),
                        banded.bands().stream()
                                .map(band -> scaled(band, factor))
                                .toList());
            case Score score -> scaled(score, factor);
            case Unverified unverified -> unverified;
        };
    }

    private static List<Criterion> scaled(List<Criterion> criteria, BigDecimal factor) {
        return criteria.stream().map(part -> scaled(part, factor)).toList();
    }

    private static Comparison scaled(Comparison comparison, BigDecimal factor) {
        return comparison.value() instanceof Value.Amount amount
                ? new Comparison(
                        comparison.label(),
                        comparison.fact(),
                        comparison.op(),
                        new Value.Amount(scaled(amount.number(), factor)),
                        comparison.unit(),
                        comparison.clause(),
                        comparison.hint())
                : comparison;
    }

    private static Band scaled(Band band, BigDecimal factor) {
        return new Band(
                band.label(),
                band.from() == null ? null : scaled(band.from(), factor),
                band.fromIncluded(),
                band.to() == null ? null : scaled(band.to(), factor),
                band.toIncluded(),
                band.in(),
                scaled(band.then(), factor));
    }

    private static Score scaled(Score score, BigDecimal factor) {
        return new Score(
                score.label(),
                score.clause(),
                score.pass(),
                score.strict(),
                score.groups().stream()
                        .map(group -> new Score.Group(
                                group.name(),
                                group.minimum(),
                                group.items().stream()
                                        .map(item -> new Score.Item(
                                                item.name(),
                                                item.tiers().stream()
                                                        .map(tier -> new Score.Tier(
                                                                tier.points(), scaled(tier.when(), factor)))
                                                        .toList(),
                                                item.otherwise(),
                                                item.clause()))
                                        .toList()))
                        .toList());
    }

    private static BigDecimal scaled(BigDecimal number, BigDecimal factor) {
        return number.multiply(factor).setScale(2, RoundingMode.HALF_UP);
    }
}
