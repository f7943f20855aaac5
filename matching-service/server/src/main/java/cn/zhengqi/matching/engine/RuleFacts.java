package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.facts.FactVisibility;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be read of a profile to hold it against one rule, and what each of its conditions rests on. */
public final class RuleFacts {

    /** Facts that say something of another one while that is not known itself. */
    private static final Map<String, Set<String>> BOUNDS = Map.of(
            "class1IpSelfDeveloped", Set.of("class1Ip"),
            "class1IpHighValue", Set.of("class1Ip"),
            "ipCount", Set.of("coreIp", "class1Ip", "class2Ip"),
            "residentEnterprise", Set.of("entityType"));

    private RuleFacts() {}

    /** Names of all facts that can decide it, or tell that the enterprise has what it grants. */
    public static Set<String> of(EligibilityRule rule) {
        Set<String> names = of(rule.criteria());
        if (rule.grants() != null) {
            names.add("quals");
        }
        return names;
    }

    /** Whether the tax authority alone knows some of them. */
    public static boolean asksForTax(EligibilityRule rule) {
        return of(rule).stream()
                .anyMatch(fact -> FactDictionary.inForce().get(fact).source() == FactSource.TAX);
    }

    /** Whether figures of it are for the enterprise alone: it rests on a fact that the dictionary shows to nobody else, whoever told it. */
    public static boolean ownersAlone(Criterion criterion) {
        return Stream.concat(named(criterion).stream(), of(criterion).stream())
                .anyMatch(fact -> FactDictionary.inForce().get(fact).visibility() == FactVisibility.OWNER);
    }

    /** What has to be kept back of a profile so that nothing of it rests on what {@link #ownersAlone} tells of. */
    static Set<String> forOwners(Criterion criterion) {
        FactDictionary dictionary = FactDictionary.inForce();
        Set<String> names = new LinkedHashSet<>();
        compared(criterion).forEach(compared -> {
            Set<String> read = of(dictionary, compared);
            List<String> owners = read.stream()
                    .filter(name -> dictionary.get(name).visibility() == FactVisibility.OWNER)
                    .toList();
            // What is computed may be for the enterprise alone where nothing that it is computed from is.
            boolean computed = owners.isEmpty() && dictionary.get(compared).visibility() == FactVisibility.OWNER;
            names.addAll(computed ? read : owners);
        });
        return names;
    }

    /** As {@link #of(EligibilityRule)}, of one condition. */
    public static Set<String> of(Criterion criterion) {
        Set<String> names = new LinkedHashSet<>();
        compared(criterion).forEach(fact -> names.addAll(of(FactDictionary.inForce(), fact)));
        return names;
    }

    /** As {@link #of(EligibilityRule)}, of one fact that is compared. */
    static Set<String> of(FactDictionary dictionary, String fact) {
        Set<String> names = new LinkedHashSet<>();
        dictionary.basis(fact).forEach(name -> {
            names.add(name);
            names.addAll(BOUNDS.getOrDefault(name, Set.of()));
        });
        return names;
    }

    /** Names of the facts that it compares; of a derived one those from which it is known. */
    public static Set<String> compares(Criterion criterion) {
        Set<String> names = new LinkedHashSet<>();
        compared(criterion)
                .forEach(fact -> names.addAll(FactDictionary.inForce().basis(fact)));
        return names;
    }

    /** Names of the facts that it compares itself, those of which they are computed not among them. */
    public static Set<String> named(Criterion criterion) {
        Set<String> names = new LinkedHashSet<>();
        compared(criterion)
                .forEach(fact -> names.add(FactDictionary.inForce().get(fact).name()));
        return names;
    }

    /** The conditions that all have to hold, in the order in which they are explained. */
    public static List<Criterion> conditions(EligibilityRule rule) {
        return conditions(rule.criteria()).toList();
    }

    private static Stream<Criterion> conditions(Criterion criterion) {
        return criterion instanceof AllOf all
                ? all.criteria().stream().flatMap(RuleFacts::conditions)
                : Stream.of(criterion);
    }

    private static Stream<String> compared(Criterion criterion) {
        return switch (criterion) {
            case Comparison comparison -> Stream.of(comparison.fact());
            case AllOf all -> all.criteria().stream().flatMap(RuleFacts::compared);
            case AnyOf any -> any.criteria().stream().flatMap(RuleFacts::compared);
            case AtLeast some -> some.criteria().stream().flatMap(RuleFacts::compared);
            case Banded banded ->
                Stream.concat(Stream.of(banded.by()), banded.bands().stream().flatMap(band -> compared(band.then())));
            case Score score ->
                score.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .flatMap(item -> item.tiers().stream())
                        .flatMap(tier -> compared(tier.when()));
            case Unverified ignored -> Stream.of();
        };
    }
}
