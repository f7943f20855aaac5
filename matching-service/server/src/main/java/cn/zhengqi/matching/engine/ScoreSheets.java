package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scoring table line by line and finds the step that gives most for the smallest change. Changes in people, money and percent are compared by how far
 * they are from what is asked for, as a share of it: from 8 % to 10 % is a fifth, as is from 400 to 500 万元. What is no number (a certificate, a brand) is a whole change.
 */
final class ScoreSheets {

    private static final double WHOLE_CHANGE = 1;

    private final Evaluation evaluation;
    private final MissingFacts missing;
    private final Function<Node, @Nullable String> gapText;

    /** @param gapText how far a condition is from being met, in words */
    ScoreSheets(Evaluation evaluation, MissingFacts missing, Function<Node, @Nullable String> gapText) {
        this.evaluation = evaluation;
        this.missing = missing;
        this.gapText = gapText;
    }

    /** A step with what it costs. */
    private record Way(ScoreSheet.ScoreStep step, double points, double effort) {

        boolean betterThan(@Nullable Way other) {
            if (other == null) {
                return true;
            }
            int order = Double.compare(points * other.effort, other.points * effort);
            return order > 0 || (order == 0 && points > other.points);
        }
    }

    ScoreSheet tell(Node node, ScoreWords words) {
        Score score = words.score();
        List<ScoreSheet.ScoreGroup> groups = new ArrayList<>();
        double low = 0;
        double high = 0;
        Way best = null;
        Way bestBelowMinimum = null;
        for (int g = 0; g < words.groups().size(); g++) {
            ScoreWords.Group group = words.groups().get(g);
            Score.Group source = score.groups().get(g);
            List<ScoreSheet.ScoreItem> items = new ArrayList<>();
            double groupLow = 0;
            double groupHigh = 0;
            double groupMost = 0;
            Way bestOfGroup = null;
            for (int i = 0; i < group.items().size(); i++) {
                ScoreWords.Item item = group.items().get(i);
                ScoreRange range = range(item);
                Way way = range.open() ? null : way(item, range.low());
                if (way != null && way.betterThan(bestOfGroup)) {
                    bestOfGroup = way;
                }
                items.add(line(item, source.items().get(i).name(), range, way));
                groupLow += range.low();
                groupHigh += range.high();
                groupMost += item.most();
            }
            if (bestOfGroup != null) {
                if (groupLow < group.minimum() && bestOfGroup.betterThan(bestBelowMinimum)) {
                    bestBelowMinimum = bestOfGroup;
                }
                if (bestOfGroup.betterThan(best)) {
                    best = bestOfGroup;
                }
            }
            groups.add(new ScoreSheet.ScoreGroup(
                    group.name(),
                    ScoreWords.amount(groupLow),
                    ScoreWords.amount(groupHigh),
                    ScoreWords.amount(groupMost),
                    source.minimum(),
                    items));
            low += groupLow;
            high += groupHigh;
        }
        double pass = score.pass().doubleValue();
        // Without its minimum a group fails the whole table, whatever the others give.
        Way next = bestBelowMinimum == null ? best : bestBelowMinimum;
        boolean passed = evaluation.code(node) == Truth.YES;
        return new ScoreSheet(
                words.asked().label(),
                ScoreWords.amount(low),
                ScoreWords.amount(high),
                score.pass(),
                score.strict(),
                score.maximum(),
                ScoreWords.amount(Math.max(0, pass - high)),
                ScoreWords.amount(Math.max(0, pass - low)),
                groups,
                passed || next == null ? null : next.step());
    }

    private record ScoreRange(double low, double high) {

        boolean open() {
            return low < high;
        }
    }

    private ScoreRange range(ScoreWords.Item item) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        byte last = Truth.NO;
        for (int i = 0; i < item.tiers() && last != Truth.YES; i++) {
            last = evaluation.code(item.truthOf(i));
            if (last != Truth.NO) {
                low = Math.min(low, item.pointsOf(i));
                high = Math.max(high, item.pointsOf(i));
            }
        }
        if (last != Truth.YES) {
            low = Math.min(low, item.otherwise());
            high = Math.max(high, item.otherwise());
        }
        return new ScoreRange(low, high);
    }

    private ScoreSheet.ScoreItem line(ScoreWords.Item item, String name, ScoreRange range, @Nullable Way way) {
        Clause clause = item.clause();
        List<FactRef> toFill = range.open() ? missing.ofTiers(item) : List.of();
        return new ScoreSheet.ScoreItem(
                name,
                clause == null ? null : clause.text(),
                clause == null || clause.certain(),
                ScoreWords.amount(range.low()),
                ScoreWords.amount(range.high()),
                ScoreWords.amount(item.most()),
                toFill,
                range.open() && toFill.isEmpty() ? reason(item) : null,
                way == null ? null : way.step());
    }

    /** Why a tier is open of which all facts are known. */
    private @Nullable String reason(ScoreWords.Item item) {
        for (int i = 0; i < item.tiers(); i++) {
            String reason = reason(item.tier(i));
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable String reason(Node node) {
        if (evaluation.code(node) != Truth.OPEN) {
            return null;
        }
        if (node.criterion() instanceof Unverified unverified) {
            return unverified.reason();
        }
        for (Node part : node.part) {
            String reason = reason(part);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** The best way to more points of one item, whose points are known. */
    private @Nullable Way way(ScoreWords.Item item, double current) {
        Way best = null;
        for (int i = 0; i < item.tiers(); i++) {
            Node tier = item.tier(i);
            double gain = item.pointsOf(i) - current;
            if (gain > 0 && evaluation.code(tier) == Truth.NO && evaluation.closable(tier)) {
                Node lever = lever(tier);
                String gap = gapText.apply(lever);
                Way way = new Way(
                        new ScoreSheet.ScoreStep(
                                item.label(),
                                ScoreWords.amount(gain),
                                gap == null ? lever.words().named() : gap,
                                gap(lever)),
                        gain,
                        effort(tier));
                if (way.betterThan(best)) {
                    best = way;
                }
            }
        }
        return best;
    }

    /** Of alternatives the one that is nearest. */
    private Node lever(Node node) {
        if (!(node.criterion() instanceof AnyOf)) {
            return node;
        }
        Node nearest = node;
        double least = Double.POSITIVE_INFINITY;
        for (Node part : node.part) {
            if (evaluation.code(part) == Truth.NO && evaluation.closable(part) && effort(part) < least) {
                least = effort(part);
                nearest = part;
            }
        }
        return nearest;
    }

    private @Nullable Gap gap(Node node) {
        return node.words() instanceof ComparisonWords comparison ? comparison.gap(evaluation.vector()) : null;
    }

    private double effort(Node node) {
        if (evaluation.code(node) != Truth.NO) {
            return 0;
        }
        return switch (node.criterion()) {
            case Comparison comparison -> effort(node, comparison);
            case AnyOf ignored -> lever(node) == node ? WHOLE_CHANGE : effort(lever(node));
            case AllOf ignored -> sum(node);
            case AtLeast ignored -> sum(node);
            case Banded ignored -> WHOLE_CHANGE;
            case Score ignored -> WHOLE_CHANGE;
            case Unverified ignored -> WHOLE_CHANGE;
        };
    }

    private double sum(Node node) {
        double sum = 0;
        for (Node part : node.part) {
            sum += effort(part);
        }
        return sum == 0 ? WHOLE_CHANGE : sum;
    }

    private double effort(Node node, Comparison comparison) {
        Gap gap = gap(node);
        if (gap == null || !(comparison.value() instanceof Value.Amount limit)) {
            return WHOLE_CHANGE;
        }
        double asked = Math.abs(limit.number().doubleValue());
        double distance = gap.amount().doubleValue();
        // To zero, or from far below it: the distance itself is all there is to compare with.
        return asked == 0 ? WHOLE_CHANGE : distance / asked;
    }
}
