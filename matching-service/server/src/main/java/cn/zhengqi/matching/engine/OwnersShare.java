package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of which enterprises facts decide that are for them alone, while somebody holds conditions of their own making against all of them, and what these conditions still ask of each
 * once everything else is known of it. Those of whom the same is asked are alike: what is counted is told by {@link OwnersCounts} of groups of them only, for whoever builds the rest
 * of the conditions around one enterprise puts it into a group of its own, whatever is counted beside it. By what these facts are it is never said who is alike.
 */
public final class OwnersShare {

    private static final BigDecimal GREAT = BigDecimal.valueOf(1_000_000_000);

    private final FactDictionary dictionary;
    private final Set<String> facts;
    private final Node root;
    private final Evaluation without;
    private final Evaluation with;
    private final @Nullable PublishedSides published;

    /**
     * @param typed the conditions that somebody made up
     * @param readable published ones of which they may read who meets them; null: there are none
     */
    public OwnersShare(FactDictionary dictionary, Criterion typed, @Nullable Criterion readable) {
        this.dictionary = dictionary;
        facts = RuleFacts.forOwners(typed);
        RuleBook book = RuleBook.of(dictionary, List.of(PolicyRule.ofConditions("TYPED", "1", "", typed)));
        root = book.root(0);
        without = book.scratch();
        with = book.scratch();
        published = readable == null || new OwnersLimits(dictionary).exhaustive(readable)
                ? null
                : new PublishedSides(dictionary, readable);
    }

    /**
     * Whom all but these facts treats in the same way.
     *
     * @param published how they come out by what is published and counts besides; null: by nothing
     * @param asked what the typed conditions still ask of them
     * @param possible how they can come out by what they alone know
     */
    public record Alike(@Nullable Truth published, String asked, Set<Truth> possible) {}

    /**
     * An enterprise of which such facts decide.
     *
     * @param comparisons those with such facts on which it depends
     * @param outcome by the typed conditions
     */
    public record Decided(Alike alike, Set<Integer> comparisons, Truth outcome) {}

    /**
     * @param known of one enterprise that is counted, and that published conditions do not rule out
     * @param published how it comes out by them; null: there are none
     * @return null where such facts decide nothing of it, or nothing that is not known by what is published
     */
    public @Nullable Decided of(Map<String, ?> known, LocalDate today, @Nullable Truth published) {
        if (Collections.disjoint(known.keySet(), facts)) {
            return null;
        }
        Map<String, Object> others = new HashMap<>(known);
        others.keySet().removeAll(facts);
        without.run(FactVector.of(dictionary, others, today));
        if (without.code(root) != Truth.OPEN) {
            return null;
        }
        with.run(FactVector.of(dictionary, known, today));
        PublishedSides.Sides sides = this.published == null || published == null
                ? new PublishedSides.Sides(dictionary)
                : this.published.of(known, today, published);
        Asked asked = new Asking(known, today, sides).of(root);
        if (!asked.depends()) {
            return null;
        }
        return new Decided(
                new Alike(published, asked.words(), asked.possible()), asked.comparisons(), with.criteria(0));
    }

    /**
     * What a condition still asks.
     *
     * @param words equal where the same is asked
     * @param comparisons those on which it depends; none: it is decided, or open whatever such facts are
     */
    private record Asked(String words, Set<Truth> possible, Set<Integer> comparisons) {

        static final Asked OPEN = new Asked("?", EnumSet.of(Truth.UNKNOWN), Set.of());
        static final Asked MET = new Asked("+", EnumSet.of(Truth.TRUE), Set.of());
        static final Asked NOT_MET = new Asked("-", EnumSet.of(Truth.FALSE), Set.of());

        static Asked known(Truth truth) {
            return switch (truth) {
                case TRUE -> MET;
                case FALSE -> NOT_MET;
                case UNKNOWN -> OPEN;
            };
        }

        boolean depends() {
            return !comparisons.isEmpty();
        }
    }

    /** Of one enterprise, by what {@link #without} says of it and what is known of it by what is published. */
    private final class Asking {

        private final Map<String, ?> known;
        private final LocalDate today;
        private final PublishedSides.Sides sides;
        private @Nullable List<Evaluation> extremes;

        Asking(Map<String, ?> known, LocalDate today, PublishedSides.Sides sides) {
            this.known = known;
            this.today = today;
            this.sides = sides;
        }

        Asked of(Node node) {
            return switch (Truth.of(without.code(node))) {
                case TRUE -> Asked.MET;
                case FALSE -> Asked.NOT_MET;
                case UNKNOWN ->
                    switch (node.criterion()) {
                        case Comparison comparison -> {
                            Truth side = sides.of(comparison);
                            yield side == null ? comparison(node.index, comparison.fact()) : Asked.known(side);
                        }
                        case AllOf ignored -> together("all", node, Asked.MET, Asked.NOT_MET, Truth::and);
                        case AnyOf ignored -> together("any", node, Asked.NOT_MET, Asked.MET, Truth::or);
                        case AtLeast some -> some(node, some.count());
                        case Banded banded -> banded(node, banded.by());
                        case Score ignored ->
                            listed(
                                    node,
                                    "score" + node.index,
                                    node.parts().stream().map(this::of).toList());
                        case Unverified ignored -> Asked.OPEN;
                    };
            };
        }

        private Asked comparison(int index, String fact) {
            Set<String> read = RuleFacts.of(dictionary, fact);
            if (read.stream().noneMatch(name -> facts.contains(name) && known.containsKey(name))) {
                return Asked.OPEN;
            }
            if (known.keySet().containsAll(dictionary.basis(fact))) {
                return new Asked("c" + index + sides.words(fact), EnumSet.of(Truth.TRUE, Truth.FALSE), Set.of(index));
            }
            // Of what is computed a part is missing: perhaps it is open whatever the rest is, or can come out one way
            // only.
            EnumSet<Truth> possible = EnumSet.of(Truth.UNKNOWN);
            extremes().forEach(extreme -> possible.add(Truth.of(extreme.code(index))));
            TreeSet<String> there = new TreeSet<>(read);
            there.retainAll(known.keySet());
            return possible.size() == 1
                    ? Asked.OPEN
                    : new Asked("c" + index + sides.words(fact) + there, possible, Set.of(index));
        }

        /** With the least and the greatest that such facts can be. */
        private List<Evaluation> extremes() {
            if (extremes == null) {
                extremes = Stream.of(false, true)
                        .map(greatest -> {
                            Map<String, Object> facts = new HashMap<>(known);
                            facts.replaceAll((name, value) -> OwnersShare.this.facts.contains(name)
                                    ? extreme(dictionary.get(name), value, greatest)
                                    : value);
                            Evaluation evaluation = without.book().scratch();
                            evaluation.run(FactVector.of(dictionary, facts, today));
                            return evaluation;
                        })
                        .toList();
            }
            return extremes;
        }

        private static Object extreme(FactDefinition fact, Object value, boolean greatest) {
            return switch (value) {
                case Number ignored ->
                    greatest
                            ? Objects.requireNonNullElse(fact.max(), GREAT)
                            : Objects.requireNonNullElse(fact.min(), GREAT.negate());
                case Boolean ignored -> greatest;
                case Collection<?> several ->
                    several.stream().map(one -> extreme(fact, one, greatest)).toList();
                default -> value;
            };
        }

        /**
         * @param neutral what does not count beside the others
         * @param deciding beside what the others do not count
         */
        private Asked together(String name, Node node, Asked neutral, Asked deciding, BinaryOperator<Truth> joined) {
            Map<String, Asked> parts = new TreeMap<>();
            node.parts().stream()
                    .map(this::of)
                    .filter(part -> part != neutral)
                    .forEach(part -> parts.put(part.words(), part));
            if (parts.containsKey(deciding.words())) {
                return deciding;
            }
            if (parts.size() == 1) {
                return parts.values().iterator().next();
            }
            if (parts.isEmpty()) {
                return decided(node);
            }
            Set<Truth> possible = parts.values().stream()
                    .map(Asked::possible)
                    .reduce((some, others) -> {
                        EnumSet<Truth> both = EnumSet.noneOf(Truth.class);
                        some.forEach(one -> others.forEach(other -> both.add(joined.apply(one, other))));
                        return both;
                    })
                    .orElseThrow();
            return asked(node, name, parts.values(), possible);
        }

        private Asked some(Node node, int count) {
            List<Asked> parts = node.parts().stream().map(this::of).toList();
            long met = parts.stream().filter(part -> part == Asked.MET).count();
            List<Asked> others = parts.stream()
                    .filter(part -> part != Asked.MET && part != Asked.NOT_MET)
                    .sorted(Comparator.comparing(Asked::words))
                    .toList();
            return met >= count || met + others.size() < count
                    ? decided(node)
                    : listed(node, "of" + (count - met), others);
        }

        private Asked banded(Node node, String by) {
            List<Asked> parts = new ArrayList<>();
            for (int i = 0; i < node.part.length; i++) {
                Asked guard = switch (Truth.of(without.code(node.guard[i]))) {
                    case TRUE -> Asked.MET;
                    case FALSE -> Asked.NOT_MET;
                    case UNKNOWN -> comparison(node.guard[i], by);
                };
                if (guard != Asked.NOT_MET) {
                    parts.add(guard);
                    parts.add(of(node.part[i]));
                }
            }
            return listed(node, "banded" + node.index, parts);
        }

        private Asked listed(Node node, String name, List<Asked> parts) {
            EnumSet<Truth> possible = EnumSet.of(Truth.TRUE, Truth.FALSE);
            if (parts.stream().anyMatch(part -> part.possible().contains(Truth.UNKNOWN))) {
                possible.add(Truth.UNKNOWN);
            }
            return asked(node, name, parts, possible);
        }

        private Asked asked(Node node, String name, Collection<Asked> parts, Set<Truth> possible) {
            Set<Integer> comparisons = new HashSet<>();
            parts.forEach(part -> comparisons.addAll(part.comparisons()));
            return comparisons.isEmpty()
                    ? decided(node)
                    : new Asked(name + parts.stream().map(Asked::words).toList(), possible, comparisons);
        }

        /** Where all is known that it depends on, so is what comes of it. */
        private Asked decided(Node node) {
            return Asked.known(Truth.of(with.code(node)));
        }
    }
}
