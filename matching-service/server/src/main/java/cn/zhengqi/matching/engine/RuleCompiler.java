package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns rules into a {@link RuleBook}. Equal comparisons and equal subtrees of different rules become one node, evaluated
 * once per enterprise.
 */
final class RuleCompiler {

    private final FactDictionary facts;

    /** What a node is; equal keys are one node. Children are indexes of nodes made before. */
    sealed interface Key {
        /** Those that have to be known before it. */
        default List<Integer> parts() {
            return switch (this) {
                case Numeric ignored -> List.of();
                case Textual ignored -> List.of();
                case Constant ignored -> List.of();
                case Not not -> List.of(not.child());
                case All all -> all.children();
                case Any any -> any.children();
                case Some some -> some.children();
                case Bands bands ->
                    Stream.concat(bands.whens().stream(), bands.thens().stream())
                            .toList();
                case Points points ->
                    points.groups().stream()
                            .flatMap(group -> group.items().stream())
                            .flatMap(item -> item.whens().stream())
                            .toList();
            };
        }

        record Numeric(int slot, double from, double to) implements Key {}

        record Textual(int slot, TextPredicate predicate) implements Key {}

        record Constant(byte truth) implements Key {}

        record Not(int child) implements Key {}

        record All(List<Integer> children) implements Key {}

        record Any(List<Integer> children, boolean exhaustive) implements Key {}

        record Some(List<Integer> children, int count) implements Key {}

        record Bands(List<Integer> whens, List<Integer> thens, boolean complete) implements Key {}

        record Points(double pass, List<PointGroup> groups) implements Key {}
    }

    record PointGroup(double minimum, List<PointItem> items) {}

    record PointItem(List<Integer> whens, List<Double> points, double otherwise) {}

    private final Map<Key, Integer> index = new LinkedHashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final Map<Criterion, Draft> nodes = new HashMap<>();

    /** By phrase: at how many places a criterion stands. */
    private final Map<Integer, Integer> uses = new HashMap<>();

    private final Comparisons comparisons;
    private final GapWords.Shared gaps;
    private int shared;

    /**
     * A criterion whose key has no place yet.
     *
     * @param index of its key
     * @param phrase numbers the different criteria
     * @param guards the keys of the conditions of bands
     */
    private record Draft(
            Criterion criterion,
            int index,
            int phrase,
            @Nullable Boolean closable,
            List<Draft> parts,
            List<Integer> guards) {

        /** How many criteria there are to tell. */
        int size() {
            return 1 + parts.stream().mapToInt(Draft::size).sum();
        }
    }

    RuleCompiler(FactDictionary facts) {
        this.facts = facts;
        comparisons = new Comparisons(facts, this::intern);
        gaps = new GapWords.Shared(facts);
    }

    /**
     * @throws IllegalArgumentException when a rule names an unknown fact or compares it with what it cannot be compared with;
     *     the message names the rule and the place
     */
    RuleBook compile(List<? extends EligibilityRule> rules) {
        List<Draft> roots = new ArrayList<>();
        for (EligibilityRule rule : rules) {
            try {
                roots.add(node(rule.criteria()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Rule " + rule.id() + ": " + e.getMessage(), e);
            }
        }
        int half = half(roots);
        Layout layout = new Layout(keys, roots.stream().map(Draft::index).toList(), half);
        List<CompiledRule> compiled = new ArrayList<>();
        Map<Integer, Node> made = new HashMap<>();
        for (int i = 0; i < roots.size(); i++) {
            Node root = made(roots.get(i), layout, made);
            Set<Integer> slots = new HashSet<>();
            slots(rules.get(i).criteria(), slots);
            compiled.add(new CompiledRule(rules.get(i), root, top(root), slots, root.asksForQualifications()));
        }
        return new RuleBook(facts, compiled, new FlatConditions(layout, this::counted), half, shared);
    }

    private boolean counted(int slot) {
        return facts.facts().get(slot).kind() == FactKind.INTEGER;
    }

    /** The position of the rule with which the second half of all conditions begins. */
    private static int half(List<Draft> roots) {
        long all = roots.stream().mapToLong(Draft::size).sum();
        long before = 0;
        int half = 0;
        while (half < roots.size() && 2 * before < all) {
            before += roots.get(half++).size();
        }
        return half;
    }

    /** @param made by phrase: nodes that rules share stay shared */
    private Node made(Draft draft, Layout layout, Map<Integer, Node> made) {
        Node known = made.get(draft.phrase());
        if (known != null) {
            return known;
        }
        Node[] parts =
                draft.parts().stream().map(part -> made(part, layout, made)).toArray(Node[]::new);
        Node node = new Node(
                draft.criterion(),
                Wording.of(gaps, draft.criterion(), parts),
                layout.place(draft.index()),
                uses.getOrDefault(draft.phrase(), 1) == 1 ? Node.NONE : shared++,
                draft.closable(),
                parts,
                draft.guards().stream().mapToInt(layout::place).toArray());
        made.put(draft.phrase(), node);
        return node;
    }

    private static List<Node> top(Node root) {
        if (!(root.criterion() instanceof AllOf)) {
            return List.of(root);
        }
        return Arrays.stream(root.part).flatMap(part -> top(part).stream()).toList();
    }

    private Draft node(Criterion criterion) {
        Draft known = nodes.get(criterion);
        if (known == null) {
            known = made(criterion);
            nodes.put(criterion, known);
        }
        uses.merge(known.phrase(), 1, Integer::sum);
        return known;
    }

    private Draft made(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> {
                List<Draft> parts = nodes(all.criteria());
                yield node(all, intern(new Key.All(indexes(parts))), agreed(parts), parts, List.of());
            }
            case AnyOf any -> {
                List<Draft> parts = nodes(any.criteria());
                // Where it fails all its parts do, and one that can be closed is enough.
                boolean hope = parts.stream().anyMatch(part -> Boolean.TRUE.equals(part.closable()));
                int index = intern(new Key.Any(indexes(parts), any.exhaustive()));
                yield node(any, index, hope ? Boolean.TRUE : agreed(parts), parts, List.of());
            }
            case AtLeast some -> {
                List<Draft> parts = nodes(some.criteria());
                int index = intern(new Key.Some(indexes(parts), some.count()));
                yield node(some, index, agreed(parts), parts, List.of());
            }
            case Comparison comparison ->
                node(comparison, comparisons.of(comparison), comparisons.closable(comparison), List.of(), List.of());
            case Banded banded -> banded(banded);
            case Score score -> score(score);
            case Unverified unverified ->
                node(unverified, intern(new Key.Constant(Truth.OPEN)), false, List.of(), List.of());
        };
    }

    private Draft node(
            Criterion criterion, int index, @Nullable Boolean closable, List<Draft> parts, List<Integer> guards) {
        // Its parts have been entered before it, so the number of nodes is free.
        return new Draft(criterion, index, nodes.size(), closable, parts, guards);
    }

    /** What all parts say of being closable, null where they differ. */
    private static @Nullable Boolean agreed(List<Draft> parts) {
        Boolean first = parts.getFirst().closable();
        return parts.stream().allMatch(part -> Objects.equals(part.closable(), first)) ? first : null;
    }

    private Draft banded(Banded banded) {
        FactDefinition by = facts.get(banded.by());
        List<Integer> whens = new ArrayList<>();
        for (Band band : banded.bands()) {
            whens.add(comparisons.of(by, band));
        }
        List<Draft> thens = nodes(banded.bands().stream().map(Band::then).toList());
        boolean complete = Comparisons.complete(by, banded.bands());
        int bands = intern(new Key.Bands(whens, indexes(thens), complete));
        Boolean agreed = agreed(thens);
        // Where no band may apply it can fail without any of them: then nothing is asked that could be done.
        Boolean closable = complete || Boolean.FALSE.equals(agreed) ? agreed : null;
        return node(banded, bands, closable, thens, whens);
    }

    private Draft score(Score score) {
        List<Draft> tiers = new ArrayList<>();
        List<PointGroup> groups = new ArrayList<>();
        for (Score.Group group : score.groups()) {
            List<PointItem> items = new ArrayList<>();
            for (Score.Item item : group.items()) {
                List<Integer> whens = new ArrayList<>();
                List<Double> points = new ArrayList<>();
                for (Score.Tier tier : item.tiers()) {
                    Draft when = node(tier.when());
                    tiers.add(when);
                    whens.add(when.index());
                    points.add(tier.points().doubleValue());
                }
                items.add(new PointItem(whens, points, item.otherwise().doubleValue()));
            }
            BigDecimal minimum = group.minimum();
            groups.add(new PointGroup(minimum == null ? Double.NEGATIVE_INFINITY : minimum.doubleValue(), items));
        }
        double pass = Comparisons.limit(score.pass(), score.strict() ? Operator.MORE_THAN : Operator.AT_LEAST);
        return node(score, intern(new Key.Points(pass, groups)), null, tiers, List.of());
    }

    private List<Draft> nodes(List<Criterion> criteria) {
        return criteria.stream().map(this::node).toList();
    }

    private static List<Integer> indexes(List<Draft> nodes) {
        return nodes.stream().map(Draft::index).toList();
    }

    private int intern(Key key) {
        Integer existing = index.get(key);
        if (existing != null) {
            return existing;
        }
        int made = keys.size();
        keys.add(key);
        index.put(key, made);
        return made;
    }

    private void slots(Criterion criterion, Set<Integer> into) {
        switch (criterion) {
            case AllOf all -> all.criteria().forEach(part -> slots(part, into));
            case AnyOf any -> any.criteria().forEach(part -> slots(part, into));
            case AtLeast some -> some.criteria().forEach(part -> slots(part, into));
            case Comparison comparison -> into.add(facts.slot(comparison.fact()));
            case Banded banded -> {
                into.add(facts.slot(banded.by()));
                banded.bands().forEach(band -> slots(band.then(), into));
            }
            case Score score ->
                score.groups()
                        .forEach(group ->
                                group.items().forEach(item -> item.tiers().forEach(tier -> slots(tier.when(), into))));
            case Unverified ignored -> {}
        }
    }
}
