package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.ConditionResult.ScoreRange;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a scoring table item by item, each with the nearest step that gives more. */
final class ScoreExplainer {

    private static final int LOW = 0;
    private static final int HIGH = 1;

    private final Evaluation evaluation;
    private final MissingFacts missing;
    private final Function<Node, ConditionResult> conditions;

    /** @param conditions tells any condition, such as that of a tier */
    ScoreExplainer(Evaluation evaluation, MissingFacts missing, Function<Node, ConditionResult> conditions) {
        this.evaluation = evaluation;
        this.missing = missing;
        this.conditions = conditions;
    }

    ConditionResult explain(Node node, ScoreWords words) {
        Score score = words.score();
        ConditionResult[] items = new ConditionResult[words.items().size()];
        double[] points = new double[2];
        int told = 0;
        boolean certain = words.certain();
        List<String> gaps = new ArrayList<>();
        double low = 0;
        double high = 0;
        for (ScoreWords.Group group : words.groups()) {
            double groupLow = 0;
            double groupHigh = 0;
            for (ScoreWords.Item item : group.items()) {
                points(node, item, points);
                groupLow += points[LOW];
                groupHigh += points[HIGH];
                ConditionResult line = item(node, item, points[LOW], points[HIGH]);
                certain &= line.certain();
                items[told++] = line;
            }
            if (groupHigh < group.minimum()) {
                gaps.add(group.name()
                        + (groupLow == groupHigh ? " " : "最高 ")
                        + ScoreWords.points(groupHigh)
                        + group.tooFew());
            }
            low += groupLow;
            high += groupHigh;
        }
        double pass = score.pass().doubleValue();
        if (high < pass || (score.strict() && high <= pass)) {
            gaps.addFirst("得分" + (low == high ? " " : "最高 ") + ScoreWords.points(high) + " 分，还差 "
                    + (high == pass
                            ? "0 分以上（不含 " + ScoreWords.points(pass) + " 分）"
                            : ScoreWords.points(pass - high) + " 分"));
        }
        boolean failed = evaluation.code(node) == Truth.NO;
        return new ConditionResult(
                words.label(),
                words.clause(),
                words.place(),
                evaluation.told(node),
                words.required(),
                ScoreWords.interval(low, high),
                failed && high < pass ? new Gap(ScoreWords.amount(pass - high), "分") : null,
                failed ? String.join("；", gaps) : null,
                certain,
                missing.of(node).refs(),
                Choice.SCORE,
                null,
                new ScoreRange(ScoreWords.amount(low), ScoreWords.amount(high), score.pass()),
                Arrays.asList(items));
    }

    /** The least and the most that can come out. */
    private void points(Node score, ScoreWords.Item item, double[] into) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        byte last = Truth.NO;
        for (int i = 0; i < item.tiers() && last != Truth.YES; i++) {
            last = evaluation.code(item.tier(score, i));
            if (last != Truth.NO) {
                low = Math.min(low, item.pointsOf(i));
                high = Math.max(high, item.pointsOf(i));
            }
        }
        if (last != Truth.YES) {
            low = Math.min(low, item.otherwise());
            high = Math.max(high, item.otherwise());
        }
        into[LOW] = low;
        into[HIGH] = high;
    }

    private ConditionResult item(Node score, ScoreWords.Item item, double low, double high) {
        Outcome outcome = low < high ? Outcome.UNKNOWN : low == item.most() ? Outcome.MET : Outcome.NOT_MET;
        boolean failed = outcome == Outcome.NOT_MET;
        Clause clause = item.clause();
        List<FactRef> toFill =
                outcome == Outcome.UNKNOWN ? missing.ofTiers(score, item).refs() : List.of();
        return new ConditionResult(
                item.label(),
                clause == null ? null : clause.text(),
                clause == null ? null : clause.place(),
                outcome,
                item.required(),
                ScoreWords.interval(low, high),
                failed ? new Gap(ScoreWords.amount(item.most() - low), "分") : null,
                failed ? nextTier(score, item, low) : null,
                clause == null || clause.certain(),
                toFill,
                null,
                null,
                new ScoreRange(ScoreWords.amount(low), ScoreWords.amount(high), item.mostAmount()),
                null);
    }

    /** The nearest tier that gives more, and how far it is. */
    private @Nullable String nextTier(Node score, ScoreWords.Item item, double current) {
        for (int i = item.tiers() - 1; i >= 0; i--) {
            Node tier = item.tier(score, i);
            double gain = item.pointsOf(i) - current;
            if (gain > 0 && evaluation.code(tier) == Truth.NO && evaluation.closable(tier)) {
                String gap = conditions.apply(tier).gapText();
                return "再得 " + ScoreWords.points(gain) + " 分："
                        + (gap == null ? tier.words().named() : gap);
            }
        }
        return null;
    }
}
