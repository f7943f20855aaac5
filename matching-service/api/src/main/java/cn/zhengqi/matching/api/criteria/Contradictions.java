package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                within(at, "groups").flatMap(group -> within(group, "items")).forEach(this::item);
            default -> {}
        }
    }

    private static Stream<Place> within(Place at, String member) {
        return at.inside(member).items().stream();
    }

    /** Of its tiers the first that is met counts: one of which all have met one before gives its points to nobody. */
    private void item(Place item) {
        List<Place> tiers = item.inside("tiers").items();
        List<Place> before = new ArrayList<>();
        for (Place tier : tiers) {
            Place when = tier.inside("when");
            run(when);
            for (int i = 0; i < before.size(); i++) {
                if (covers(before.get(i), when)) {
                    tier.fault("points", "TIER_NEVER_COUNTS", "达到这一档的都已按前面的第 " + (i + 1) + " 档得分，这一档不会得分；请把要求高的放在前面");
                    break;
                }
            }
            before.add(when);
        }
    }

    /** Whether who meets the other comparison meets this one in any case. */
    private boolean covers(Place one, Place other) {
        if (!one.word("type").equals("comparison")
                || !other.word("type").equals("comparison")
                || !one.word("fact").equals(other.word("fact"))) {
            return false;
        }
        return values(one).flatMap(wider -> values(other).map(wider::include)).orElse(false);
    }

    private Optional<PossibleValues> values(Place comparison) {
        return PossibleValues.of(
                facts.get(comparison.word("fact")), Operator.of(comparison.word("op")), comparison.get("value"));
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
        values(comparison).ifPresent(wanted -> {
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
