package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.ConditionResult.ScoreRange;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells conditions as {@link Explainer} does, each anew and in the plainest way: to compare with, as {@link NaiveEvaluator} is. */
final class NaiveExplainer {

    private final Evaluation evaluation;
    private final FactVector vector;
    private final NaiveGapWords words;

    NaiveExplainer(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.vector = evaluation.vector();
        this.words = new NaiveGapWords(vector);
    }

    /** The conditions that all have to hold, each with its parts. */
    List<ConditionResult> conditions(int rule) {
        return Arrays.stream(evaluation.book().top(rule)).map(this::explain).toList();
    }

    /** The facts whose filling in could decide a rule that is unknown; empty for one that is decided. */
    List<FactRef> missing(int rule) {
        Set<String> missing = new LinkedHashSet<>();
        collectMissing(evaluation.book().root(rule), missing);
        return refs(missing);
    }

    /** Qualifications that the rule asks for and the enterprise does not hold, any of which would be a step towards it. */
    List<String> missingQualifications(int rule) {
        Set<String> missing = new LinkedHashSet<>();
        collectQualifications(evaluation.book().root(rule), missing);
        return List.copyOf(missing);
    }

    private void collectQualifications(Node node, Set<String> into) {
        if (truth(node) != Truth.FALSE) {
            return;
        }
        if (node.criterion() instanceof Comparison comparison
                && comparison.fact().equals("quals")) {
            switch (comparison.op()) {
                case CONTAINS, CONTAINS_ANY -> into.addAll(comparison.value().words());
                default -> {}
            }
        }
        node.parts().forEach(part -> collectQualifications(part, into));
    }

    private ConditionResult explain(Node node) {
        return switch (node.criterion()) {
            case Comparison comparison -> comparison(node, comparison);
            case AllOf all -> combination(node, all, "须同时满足", Choice.ALL, null);
            case AnyOf any -> any(node, any);
            case AtLeast some -> combination(node, some, "至少满足 " + some.count() + " 项", Choice.AT_LEAST, null);
            case Banded banded -> banded(node, banded);
            case Score score -> score(node, score);
            case Unverified unverified ->
                result(
                        node,
                        unverified.label() == null ? "待核实" : unverified.label(),
                        null,
                        null,
                        null,
                        unverified.reason(),
                        false);
        };
    }

    private ConditionResult comparison(Node node, Comparison comparison) {
        FactDefinition fact = vector.dictionary().get(comparison.fact());
        boolean failed = truth(node) == Truth.FALSE;
        return new ConditionResult(
                new ConditionResult.Requirement(
                        comparison.label() == null ? fact.label() : comparison.label(),
                        text(comparison),
                        place(comparison),
                        words.required(comparison),
                        certain(comparison)),
                outcome(node),
                words.actual(fact.name()),
                failed ? words.gap(comparison) : null,
                failed ? words.words(comparison) : null,
                missing(node),
                null);
    }

    private ConditionResult any(Node node, AnyOf any) {
        String chosen = node.parts().stream()
                .filter(part -> truth(part) == Truth.TRUE)
                .map(part -> label(part.criterion()))
                .findFirst()
                .orElse(null);
        return combination(node, any, any.exhaustive() ? "分档适用，必居其一" : "满足其一即可", Choice.ANY, chosen);
    }

    private ConditionResult combination(
            Node node, Criterion criterion, String fallbackLabel, Choice choice, @Nullable String chosen) {
        List<ConditionResult> children =
                node.parts().stream().map(this::explain).toList();
        String gap = truth(node) == Truth.FALSE ? gapOf(node, children, choice) : null;
        boolean certain = certain(criterion) && children.stream().allMatch(ConditionResult::certain);
        return new ConditionResult(
                new ConditionResult.Requirement(
                        criterion.label() == null ? fallbackLabel : criterion.label(),
                        text(criterion),
                        place(criterion),
                        fallbackLabel,
                        certain),
                outcome(node),
                null,
                null,
                gap,
                missing(node),
                new ConditionResult.Combination(choice, chosen, null, children));
    }

    /** Of alternatives only those are told that the enterprise can do something about, where there are any. */
    private String gapOf(Node node, List<ConditionResult> children, Choice choice) {
        List<String> gaps = new ArrayList<>();
        List<String> hopeless = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            String gap = children.get(i).gapText();
            if (children.get(i).outcome() == Outcome.NOT_MET && gap != null) {
                boolean told = choice == Choice.ALL || closable(node.parts().get(i));
                (told ? gaps : hopeless).add(gap);
            }
        }
        return String.join(choice == Choice.ALL ? "；" : "；或 ", gaps.isEmpty() ? hopeless : gaps);
    }

    private ConditionResult banded(Node node, Banded banded) {
        FactDefinition by = vector.dictionary().get(banded.by());
        List<ConditionResult> children = new ArrayList<>();
        ConditionResult applied = null;
        String chosen = null;
        for (int i = 0; i < banded.bands().size(); i++) {
            Band band = banded.bands().get(i);
            Truth applies = evaluation.guard(node, i);
            if (applies != Truth.FALSE) {
                ConditionResult child = relabelled(explain(node.parts().get(i)), band.label());
                children.add(child);
                if (applies == Truth.TRUE) {
                    chosen = band.label();
                    applied = child;
                }
            }
        }
        String label = banded.label() == null ? "按" + by.label() + "分档" : banded.label();
        String actual = words.actual(by.name());
        String basis = by.label() + (actual == null ? "未知" : " " + actual);
        return new ConditionResult(
                new ConditionResult.Requirement(
                        label,
                        applied == null ? text(banded) : applied.clause(),
                        applied == null ? place(banded) : applied.place(),
                        applied == null ? null : applied.required(),
                        applied == null ? certain(banded) : applied.certain()),
                outcome(node),
                applied == null ? basis : applied.actual(),
                applied == null ? null : applied.gap(),
                gapOfBand(node, applied, basis),
                missing(node),
                new ConditionResult.Combination(
                        Choice.BAND, chosen == null ? null : chosen + "（" + basis + "）", null, children));
    }

    private @Nullable String gapOfBand(Node node, @Nullable ConditionResult applied, String basis) {
        if (truth(node) != Truth.FALSE) {
            return null;
        }
        return applied == null ? basis + "，没有适用的档次" : applied.gapText();
    }

    private ConditionResult score(Node node, Score score) {
        List<ConditionResult> children = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        double low = 0;
        double high = 0;
        int tier = 0;
        for (Score.Group group : score.groups()) {
            double groupLow = 0;
            double groupHigh = 0;
            for (Score.Item item : group.items()) {
                List<Node> tiers =
                        node.parts().subList(tier, tier + item.tiers().size());
                tier += tiers.size();
                Points points = points(item, tiers);
                groupLow += points.low();
                groupHigh += points.high();
                children.add(item(group, item, tiers, points));
            }
            BigDecimal minimum = group.minimum();
            if (minimum != null && groupHigh < minimum.doubleValue()) {
                gaps.add(group.name() + (groupLow == groupHigh ? " " : "最高 ") + points(groupHigh) + " 分，低于最低 "
                        + Figures.grouped(minimum) + " 分");
            }
            low += groupLow;
            high += groupHigh;
        }
        double pass = score.pass().doubleValue();
        if (high < pass || (score.strict() && high <= pass)) {
            gaps.addFirst("得分" + (low == high ? " " : "最高 ") + points(high) + " 分，还差 "
                    + (high == pass ? "0 分以上（不含 " + points(pass) + " 分）" : points(pass - high) + " 分"));
        }
        boolean failed = truth(node) == Truth.FALSE;
        String minima = score.groups().stream()
                .filter(group -> group.minimum() != null)
                .map(group -> group.name() + " ≥ " + Figures.grouped(Objects.requireNonNull(group.minimum())) + " 分")
                .collect(Collectors.joining("、"));
        return new ConditionResult(
                new ConditionResult.Requirement(
                        score.label() == null ? "评分" : score.label(),
                        text(score),
                        place(score),
                        (score.strict() ? "> " : "≥ ") + Figures.grouped(score.pass()) + " 分"
                                + (minima.isEmpty() ? "" : "，且 " + minima),
                        certain(score) && children.stream().allMatch(ConditionResult::certain)),
                outcome(node),
                low == high ? points(low) + " 分" : points(low) + "～" + points(high) + " 分",
                failed && high < pass ? new ConditionResult.Gap(Figures.rounded(pass - high, 2), "分") : null,
                failed ? String.join("；", gaps) : null,
                missing(node),
                new ConditionResult.Combination(
                        Choice.SCORE,
                        null,
                        new ScoreRange(Figures.rounded(low, 2), Figures.rounded(high, 2), score.pass()),
                        children));
    }

    private record Points(double low, double high) {}

    private Points points(Score.Item item, List<Node> tiers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        Truth last = Truth.FALSE;
        for (int i = 0; i < tiers.size() && last != Truth.TRUE; i++) {
            last = truth(tiers.get(i));
            if (last != Truth.FALSE) {
                low = Math.min(low, item.tiers().get(i).points().doubleValue());
                high = Math.max(high, item.tiers().get(i).points().doubleValue());
            }
        }
        if (last != Truth.TRUE) {
            low = Math.min(low, item.otherwise().doubleValue());
            high = Math.max(high, item.otherwise().doubleValue());
        }
        return new Points(low, high);
    }

    private ConditionResult item(Score.Group group, Score.Item item, List<Node> tiers, Points points) {
        double most = item.tiers().stream()
                .map(Score.Tier::points)
                .reduce(item.otherwise(), BigDecimal::max)
                .doubleValue();
        Outcome outcome =
                points.low() < points.high() ? Outcome.UNKNOWN : points.low() == most ? Outcome.MET : Outcome.NOT_MET;
        Set<String> missing = new LinkedHashSet<>();
        if (outcome == Outcome.UNKNOWN) {
            collectMissingOfItem(tiers, missing);
        }
        String name = group.name().equals(item.name()) ? item.name() : group.name() + " · " + item.name();
        Clause clause = item.clause();
        return new ConditionResult(
                new ConditionResult.Requirement(
                        name,
                        clause == null ? null : clause.text(),
                        clause == null ? null : clause.place(),
                        ScoreWords.required(most, item, tiers.toArray(Node[]::new)),
                        clause == null || clause.certain()),
                outcome,
                points.low() == points.high()
                        ? points(points.low()) + " 分"
                        : points(points.low()) + "～" + points(points.high()) + " 分",
                outcome == Outcome.NOT_MET
                        ? new ConditionResult.Gap(Figures.rounded(most - points.low(), 2), "分")
                        : null,
                outcome == Outcome.NOT_MET ? nextTier(item, tiers, points.low()) : null,
                refs(missing),
                new ConditionResult.Combination(
                        null,
                        null,
                        new ScoreRange(
                                Figures.rounded(points.low(), 2),
                                Figures.rounded(points.high(), 2),
                                Figures.rounded(most, 2)),
                        null));
    }

    /** The nearest tier that gives more, and how far it is. */
    private @Nullable String nextTier(Score.Item item, List<Node> tiers, double current) {
        for (int i = tiers.size() - 1; i >= 0; i--) {
            double gain = item.tiers().get(i).points().doubleValue() - current;
            if (gain > 0 && truth(tiers.get(i)) == Truth.FALSE && closable(tiers.get(i))) {
                String gap = explain(tiers.get(i)).gapText();
                return "再得 " + points(gain) + " 分："
                        + (gap == null ? label(tiers.get(i).criterion()) : gap);
            }
        }
        return null;
    }

    private ConditionResult result(
            Node node,
            String label,
            @Nullable String required,
            @Nullable String actual,
            ConditionResult.@Nullable Gap gap,
            @Nullable String gapText,
            boolean certain) {
        return new ConditionResult(
                new ConditionResult.Requirement(
                        label, text(node.criterion()), place(node.criterion()), required, certain),
                outcome(node),
                actual,
                gap,
                gapText,
                List.of(),
                null);
    }

    private static ConditionResult relabelled(ConditionResult child, String label) {
        return child.called(label + "：" + child.label());
    }

    private List<FactRef> missing(Node node) {
        if (truth(node) != Truth.UNKNOWN) {
            return List.of();
        }
        Set<String> missing = new LinkedHashSet<>();
        collectMissing(node, missing);
        return refs(missing);
    }

    private void collectMissing(Node node, Set<String> into) {
        if (truth(node) != Truth.UNKNOWN) {
            return;
        }
        switch (node.criterion()) {
            case Comparison comparison -> into.addAll(vector.missing(comparison.fact()));
            case Banded banded -> {
                if (!vector.known(banded.by())) {
                    into.addAll(vector.missing(banded.by()));
                }
                for (int i = 0; i < banded.bands().size(); i++) {
                    if (evaluation.guard(node, i) != Truth.FALSE) {
                        collectMissing(node.parts().get(i), into);
                    }
                }
            }
            case AllOf ignored -> node.parts().forEach(part -> collectMissing(part, into));
            case AnyOf ignored -> node.parts().forEach(part -> collectMissing(part, into));
            case AtLeast ignored -> node.parts().forEach(part -> collectMissing(part, into));
            case Score score -> {
                int first = 0;
                for (Score.Group group : score.groups()) {
                    for (Score.Item item : group.items()) {
                        int next = first + item.tiers().size();
                        collectMissingOfItem(node.parts().subList(first, next), into);
                        first = next;
                    }
                }
            }
            case Unverified ignored -> {}
        }
    }

    /** Tiers after one that is met do not matter any more. */
    private void collectMissingOfItem(List<Node> tiers, Set<String> into) {
        for (Node tier : tiers) {
            if (truth(tier) == Truth.TRUE) {
                return;
            }
            collectMissing(tier, into);
        }
    }

    private List<FactRef> refs(Set<String> names) {
        return names.stream()
                .map(name -> new FactRef(name, vector.dictionary().get(name).label()))
                .toList();
    }

    private String label(Criterion criterion) {
        String label = criterion.label();
        if (label != null) {
            return label;
        }
        return criterion instanceof Comparison comparison
                ? vector.dictionary().get(comparison.fact()).label() + " " + words.required(comparison)
                : "以下条件";
    }

    /** Whether the enterprise can do something about what fails, said as plainly as it is meant. */
    private boolean closable(Node node) {
        List<Node> parts = node.parts();
        return switch (node.criterion()) {
            case Comparison comparison -> closable(comparison);
            case AllOf ignored -> parts.stream().allMatch(part -> truth(part) != Truth.FALSE || closable(part));
            case AnyOf ignored -> parts.stream().anyMatch(part -> truth(part) == Truth.FALSE && closable(part));
            case AtLeast some ->
                parts.stream()
                                .filter(part -> truth(part) != Truth.FALSE || closable(part))
                                .count()
                        >= some.count();
            case Banded ignored ->
                IntStream.range(0, parts.size())
                        .filter(band -> evaluation.guard(node, band) != Truth.FALSE)
                        .anyMatch(band -> truth(parts.get(band)) == Truth.FALSE && closable(parts.get(band)));
            case Score score -> oneItemAway(score, parts);
            case Unverified ignored -> false;
        };
    }

    private boolean closable(Comparison comparison) {
        FactDefinition.Closable way = vector.dictionary().get(comparison.fact()).closable();
        return switch (comparison.op()) {
            case AT_LEAST, MORE_THAN, CONTAINS, CONTAINS_ANY, IN -> way == FactDefinition.Closable.UP;
            case AT_MOST, LESS_THAN -> way == FactDefinition.Closable.DOWN;
            case EQUAL ->
                way
                        == (comparison.value().equals(new Value.Flag(false))
                                ? FactDefinition.Closable.DOWN
                                : FactDefinition.Closable.UP);
            case BETWEEN, NOT_EQUAL, NOT_IN -> false;
        };
    }

    /** Tries each tier that can be reached in the place of what its item gives at most. */
    private boolean oneItemAway(Score score, List<Node> tiers) {
        int first = 0;
        for (Score.Group group : score.groups()) {
            for (Score.Item item : group.items()) {
                for (int tier = 0; tier < item.tiers().size(); tier++) {
                    Node when = tiers.get(first + tier);
                    if (truth(when) == Truth.FALSE
                            && closable(when)
                            && passes(
                                    score,
                                    tiers,
                                    item,
                                    item.tiers().get(tier).points().doubleValue())) {
                        return true;
                    }
                }
                first += item.tiers().size();
            }
        }
        return false;
    }

    /** @param raised the item that gives so many points, where that is more */
    private boolean passes(Score score, List<Node> tiers, Score.Item raised, double to) {
        int first = 0;
        double total = 0;
        for (Score.Group group : score.groups()) {
            double ofGroup = 0;
            for (Score.Item item : group.items()) {
                double most = points(
                                item, tiers.subList(first, first + item.tiers().size()))
                        .high();
                first += item.tiers().size();
                ofGroup += item == raised ? Math.max(most, to) : most;
            }
            if (group.minimum() != null && ofGroup < group.minimum().doubleValue()) {
                return false;
            }
            total += ofGroup;
        }
        double pass = score.pass().doubleValue();
        return score.strict() ? total > pass : total >= pass;
    }

    private Truth truth(Node node) {
        return Truth.of(evaluation.code(node));
    }

    private Outcome outcome(Node node) {
        return switch (truth(node)) {
            case TRUE -> Outcome.MET;
            case FALSE -> Outcome.NOT_MET;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    private static @Nullable String text(Criterion criterion) {
        Clause clause = criterion.clause();
        return clause == null ? null : clause.text();
    }

    private static @Nullable String place(Criterion criterion) {
        Clause clause = criterion.clause();
        return clause == null ? null : clause.place();
    }

    private static boolean certain(Criterion criterion) {
        Clause clause = criterion.clause();
        return clause == null || clause.certain();
    }

    private static String points(double points) {
        return Figures.grouped(Figures.rounded(points, 2));
    }
}
