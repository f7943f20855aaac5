package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which side of published limits the figures lie that are for the enterprises alone: whoever may match a policy backwards reads how each enterprise comes out by its published conditions,
 * and that follows from it with all else that is known. What is known in this way is nothing to hide when a draft asks the same, nor does it hide anybody of whom it is not known.
 */
final class PublishedSides {

    private final FactDictionary dictionary;
    private final Set<String> facts;
    private final Node root;
    private final Evaluation without;

    PublishedSides(FactDictionary dictionary, Criterion published) {
        this.dictionary = dictionary;
        facts = RuleFacts.forOwners(published);
        RuleBook book = RuleBook.of(dictionary, List.of(PolicyRule.ofConditions("PUBLISHED", "1", "", published)));
        root = book.root(0);
        without = book.scratch();
    }

    /** @param outcome of the published conditions by all that is known */
    Sides of(Map<String, ?> known, LocalDate today, Truth outcome) {
        Set<String> told = new HashSet<>(facts);
        told.retainAll(known.keySet());
        if (told.isEmpty()) {
            return new Sides(dictionary);
        }
        Map<String, Object> others = new HashMap<>(known);
        others.keySet().removeAll(facts);
        without.run(FactVector.of(dictionary, others, today));
        Following following = new Following(told, known.keySet(), new Sides(dictionary));
        // Of what is open none of all parts fails, and none of the parts of a choice holds.
        if (outcome != Truth.FALSE) {
            following.holds(root, outcome == Truth.TRUE);
        }
        if (outcome != Truth.TRUE) {
            following.fails(root, outcome == Truth.FALSE);
        }
        return following.sides;
    }

    /**
     * Down from the outcome to what it says of comparisons.
     *
     * @param told facts that are for the enterprise alone and that it has said
     */
    private final class Following {

        private final Set<String> told;
        private final Set<String> known;
        private final Sides sides;

        Following(Set<String> told, Set<String> known, Sides sides) {
            this.told = told;
            this.known = known;
            this.sides = sides;
        }

        /** @param surely else it is only known not to fail */
        void holds(Node node, boolean surely) {
            switch (node.criterion()) {
                case Comparison comparison -> side(node, comparison, Truth.TRUE, surely);
                case AllOf ignored -> node.parts().forEach(part -> holds(part, surely));
                case AnyOf ignored -> {
                    List<Node> open = open(node);
                    if (surely && open.size() == 1 && without.code(node) == Truth.OPEN) {
                        holds(open.getFirst(), true);
                    }
                }
                default -> {}
            }
        }

        /** @param surely else it is only known not to hold */
        void fails(Node node, boolean surely) {
            switch (node.criterion()) {
                case Comparison comparison -> side(node, comparison, Truth.FALSE, surely);
                case AnyOf ignored -> node.parts().forEach(part -> fails(part, surely));
                case AllOf ignored -> {
                    List<Node> open = open(node);
                    if (surely && open.size() == 1 && without.code(node) == Truth.OPEN) {
                        fails(open.getFirst(), true);
                    }
                }
                default -> {}
            }
        }

        /** What figures of the enterprise can decide that are for it alone. */
        private List<Node> open(Node node) {
            return node.parts().stream()
                    .filter(part -> without.code(part) == Truth.OPEN
                            && !Collections.disjoint(RuleFacts.of(part.criterion()), told))
                    .toList();
        }

        private void side(Node node, Comparison comparison, Truth side, boolean surely) {
            boolean decided = surely || known.containsAll(dictionary.basis(comparison.fact()));
            if (decided && without.code(node) == Truth.OPEN && !Collections.disjoint(RuleFacts.of(comparison), told)) {
                sides.put(comparison, side);
            }
        }
    }

    /** What is known of one enterprise. */
    static final class Sides {

        private final FactDictionary dictionary;
        private final Map<Asked, Truth> same = new HashMap<>();
        private final Map<String, Stretch> stretches = new HashMap<>();

        Sides(FactDictionary dictionary) {
            this.dictionary = dictionary;
        }

        private record Asked(String fact, Operator op, Value value) {}

        /** Numbers, both ends included; yes and no are 1 and 0. */
        private record Stretch(double from, double to) {

            Stretch and(Stretch other) {
                return new Stretch(Math.max(from, other.from), Math.min(to, other.to));
            }

            /** @return null where it is none */
            @Nullable
            Stretch beyond() {
                if (from == Double.NEGATIVE_INFINITY) {
                    return new Stretch(Math.nextUp(to), Double.POSITIVE_INFINITY);
                }
                return to == Double.POSITIVE_INFINITY
                        ? new Stretch(Double.NEGATIVE_INFINITY, Math.nextDown(from))
                        : null;
            }
        }

        private void put(Comparison comparison, Truth side) {
            same.put(asked(comparison), side);
            Stretch stretch = stretch(comparison, side);
            if (stretch != null) {
                stretches.merge(name(comparison.fact()), stretch, Stretch::and);
            }
        }

        /** On which side of this limit it lies; null where that is not known. */
        @Nullable
        Truth of(Comparison comparison) {
            Truth known = same.get(asked(comparison));
            Stretch within = stretches.get(name(comparison.fact()));
            if (known != null || within == null) {
                return known;
            }
            Stretch holding = stretch(comparison, Truth.TRUE);
            Stretch failing = stretch(comparison, Truth.FALSE);
            if (holding != null && holding.from <= within.from && within.to <= holding.to) {
                return Truth.TRUE;
            }
            boolean apart = holding != null && (within.to < holding.from || within.from > holding.to);
            boolean beyond = failing != null && failing.from <= within.from && within.to <= failing.to;
            return apart || beyond ? Truth.FALSE : null;
        }

        /** Of whom more is known are not alike. */
        String words(String fact) {
            Stretch within = stretches.get(name(fact));
            return within == null ? "" : "[" + within.from + "," + within.to + "]";
        }

        private Asked asked(Comparison comparison) {
            return new Asked(name(comparison.fact()), comparison.op(), comparison.value());
        }

        private String name(String fact) {
            return dictionary.get(fact).name();
        }

        private @Nullable Stretch stretch(Comparison comparison, Truth side) {
            Operator op = comparison.op();
            if (op == Operator.NOT_EQUAL) {
                return stretch(Comparison.of(comparison.fact(), Operator.EQUAL, comparison.value()), side.not());
            }
            boolean holds = side == Truth.TRUE;
            return switch (comparison.value()) {
                case Value.Flag flag -> {
                    double point = flag.flag() == holds ? 1 : 0;
                    yield new Stretch(point, point);
                }
                case Value.Range range -> {
                    Stretch between =
                            new Stretch(range.from().doubleValue(), range.to().doubleValue());
                    yield holds ? between : between.beyond();
                }
                case Value.Amount amount -> {
                    double limit = Comparisons.limit(amount.number(), op);
                    Stretch asked = switch (op) {
                        case AT_LEAST, MORE_THAN -> new Stretch(limit, Double.POSITIVE_INFINITY);
                        case AT_MOST, LESS_THAN -> new Stretch(Double.NEGATIVE_INFINITY, limit);
                        default -> new Stretch(limit, limit);
                    };
                    yield holds ? asked : asked.beyond();
                }
                case Value.Text ignored -> null;
                case Value.Texts ignored -> null;
            };
        }
    }
}
