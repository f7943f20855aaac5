package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What cannot hold together, of a tree in which each condition by itself is well-formed. */
final class Contradictions {

    private final FactDictionary facts;

    Contradictions(FactDictionary facts) {
        this.facts = facts;
    }

    void run(Place at) {
        switch (at.word("type")) {
            case "allOf" -> together(at, new HashMap<>());
            case "anyOf", "atLeast" -> within(at, "criteria").forEach(this::run);
            case "banded" -> within(at, "bands").forEach(band -> run(band.inside("then")));
            case "score" ->
                within(at, "groups")
                        .flatMap(group -> within(group, "items"))
                        .flatMap(item -> within(item, "tiers"))
                        .forEach(tier -> run(tier.inside("when")));
            default -> {}
        }
    }

    private static Stream<Place> within(Place at, String member) {
        return at.inside(member).items().stream();
    }

    /** @param allowed by the name of the fact, what those before leave; groups of the same kind within are of the same group */
    private void together(Place group, Map<String, PossibleValues> allowed) {
        for (Place part : group.inside("criteria").items()) {
            switch (part.word("type")) {
                case "allOf" -> together(part, allowed);
                case "comparison" -> narrow(part, allowed);
                default -> run(part);
            }
        }
    }

    private void narrow(Place comparison, Map<String, PossibleValues> allowed) {
        FactDefinition fact = facts.get(comparison.word("fact"));
        PossibleValues.of(fact, Operator.of(comparison.word("op")), comparison.get("value"))
                .ifPresent(wanted -> {
                    PossibleValues before = allowed.get(fact.name());
                    PossibleValues both = before == null ? wanted : before.and(wanted);
                    if (both.isEmptyFor(fact.kind())) {
                        comparison.fault("value", "RANGE_EMPTY", "与同一组里对“" + fact.label() + "”的另一个要求矛盾，不可能同时满足");
                    } else {
                        allowed.put(fact.name(), both);
                    }
                });
    }
}
