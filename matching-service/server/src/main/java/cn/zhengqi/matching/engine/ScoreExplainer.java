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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a scoring table item by item, each with the nearest step that gives more. */
final class ScoreExplainer {

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
        int told = 0;
        boolean certain = words.certain();
        List<String> gaps = new ArrayList<>();
        double low = 0;
        double high = 0;
        for (ScoreWords.Group group : words.groups()) {
            double groupLow = 0;
            double groupHigh = 0;
            for (ScoreWords.Item item : group.items()) {
                List<Node> tiers = item.tiersOf(node);
                Points points = points(item, tiers);
                groupLow += points.low();
                groupHigh += points.high();
                ConditionResult line = item(item, tiers, points);
                certain &= line.certain();
                items[told++] = line;
            }
            BigDecimal minimum = group.group().minimum();
            if (minimum != null && groupHigh < minimum.doubleValue()) {
                gaps.add(group.group().name() + (groupLow == groupHigh ? " " : "最高 ") + ScoreWords.points(groupHigh)
                        + " 分，低于最低 " + Figures.grouped(minimum) + " 分");
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
                failed && high < pass ? new Gap(Figures.hundredths(pass - high), "分") : null,
                failed ? String.join("；", gaps) : null,
                certain,
                missing.of(node).refs(),
                Choice.SCORE,
                null,
                new ScoreRange(Figures.hundredths(low), Figures.hundredths(high), score.pass()),
                Arrays.asList(items));
    }

    private record Points(double low, double high) {}

    private Points points(ScoreWords.Item item, List<Node> tiers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        byte last = Truth.NO;
        for (int i = 0; i < tiers.size() && last != Truth.YES; i++) {
            last = evaluation.code(tiers.get(i));
            if (last != Truth.NO) {
                low = Math.min(low, item.pointsOf(i));
                high = Math.max(high, item.pointsOf(i));
            }
        }
        if (last != Truth.YES) {
            low = Math.min(low, item.otherwise());
            high = Math.max(high, item.otherwise());
        }
        return new Points(low, high);
    }

    private ConditionResult item(ScoreWords.Item item, List<Node> tiers, Points points) {
        double low = points.low();
        Outcome outcome = low < points.high() ? Outcome.UNKNOWN : low == item.most() ? Outcome.MET : Outcome.NOT_MET;
        boolean failed = outcome == Outcome.NOT_MET;
        Clause clause = item.clause();
        List<FactRef> toFill =
                outcome == Outcome.UNKNOWN ? missing.ofTiers(tiers).refs() : List.of();
        return new ConditionResult(
                item.label(),
                clause == null ? null : clause.text(),
                clause == null ? null : clause.place(),
                outcome,
                item.required(),
                ScoreWords.interval(low, points.high()),
                failed ? new Gap(Figures.hundredths(item.most() - low), "分") : null,
                failed ? nextTier(item, tiers, low) : null,
                clause == null || clause.certain(),
                toFill,
                null,
                null,
                new ScoreRange(Figures.hundredths(low), Figures.hundredths(points.high()), item.mostAmount()),
                null);
    }

    /** The nearest tier that gives more, and how far it is. */
    private @Nullable String nextTier(ScoreWords.Item item, List<Node> tiers, double current) {
        for (int i = tiers.size() - 1; i >= 0; i--) {
            Node tier = tiers.get(i);
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
