package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Combination;
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
    private final Function<Node, @Nullable String> gapText;

    /** @param gapText how far a condition is from being met, in words */
    ScoreExplainer(Evaluation evaluation, MissingFacts missing, Function<Node, @Nullable String> gapText) {
        this.evaluation = evaluation;
        this.missing = missing;
        this.gapText = gapText;
    }

    ConditionResult explain(Node node, ScoreWords words) {
        Score score = words.score();
        ConditionResult[] items = new ConditionResult[words.items().size()];
        double[] points = new double[2];
        int told = 0;
        List<String> gaps = new ArrayList<>();
        double low = 0;
        double high = 0;
        for (ScoreWords.Group group : words.groups()) {
            double groupLow = 0;
            double groupHigh = 0;
            for (ScoreWords.Item item : group.items()) {
                points(item, points);
                groupLow += points[LOW];
                groupHigh += points[HIGH];
                items[told++] = item(item, points[LOW], points[HIGH]);
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
                words.asked(),
                evaluation.told(node),
                ScoreWords.interval(low, high),
                failed && high < pass ? new Gap(ScoreWords.amount(pass - high), "分") : null,
                failed ? String.join("；", gaps) : null,
                missing.of(node),
                new Combination(
                        Choice.SCORE,
                        null,
                        new ScoreRange(ScoreWords.amount(low), ScoreWords.amount(high), score.pass()),
                        Arrays.asList(items)));
    }

    /** The least and the most that can come out. */
    private void points(ScoreWords.Item item, double[] into) {
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
        into[LOW] = low;
        into[HIGH] = high;
    }

    private ConditionResult item(ScoreWords.Item item, double low, double high) {
        if (low < high) {
            return item.told(Outcome.UNKNOWN, low, high, null, null, missing.ofTiers(item));
        }
        if (low == item.most()) {
            return item.full();
        }
        Gap gap = new Gap(ScoreWords.amount(item.most() - low), "分");
        return item.told(Outcome.NOT_MET, low, high, gap, nextTier(item, low), List.of());
    }

    /** The nearest tier that gives more, and how far it is. */
    private @Nullable String nextTier(ScoreWords.Item item, double current) {
        for (int i = item.tiers() - 1; i >= 0; i--) {
            double gain = item.pointsOf(i) - current;
            if (gain > 0 && evaluation.code(item.truthOf(i)) == Truth.NO && evaluation.closable(item.tier(i))) {
                Node tier = item.tier(i);
                String gap = gapText.apply(tier);
                return "再得 " + ScoreWords.points(gain) + " 分："
                        + (gap == null ? tier.words().named() : gap);
            }
        }
        return null;
    }
}
