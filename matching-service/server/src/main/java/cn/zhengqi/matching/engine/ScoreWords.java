package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Combination;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.api.match.ConditionResult.ScoreRange;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A scoring table in words. */
final class ScoreWords extends Wording {

    /** Most tables give whole points, and none gives more than a hundred. */
    private static final String[] WHOLE = new String[101];

    private static final BigDecimal[] AMOUNTS = new BigDecimal[WHOLE.length];

    /** By the least and the most of whole points, as they come; whoever comes second makes the same. */
    private static final @Nullable String[] INTERVALS = new String[WHOLE.length * WHOLE.length];

    static {
        for (int points = 0; points < WHOLE.length; points++) {
            WHOLE[points] = Figures.of(points, false);
            AMOUNTS[points] = Figures.hundredths(points);
        }
    }

    private final Score score;
    private final List<Group> groups;
    private final List<Item> items;

    private ScoreWords(Requirement asked, Score score, List<Group> groups) {
        super(asked, score.label() == null ? NAMELESS : score.label());
        this.score = score;
        this.groups = groups;
        items = groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    /** @param tiers the conditions of the tiers, item by item */
    static ScoreWords of(Score score, Node[] tiers) {
        List<Group> groups = new ArrayList<>();
        int first = 0;
        for (Score.Group group : score.groups()) {
            List<Item> items = new ArrayList<>();
            for (Score.Item item : group.items()) {
                int next = first + item.tiers().size();
                items.add(new Item(group, item, Arrays.copyOfRange(tiers, first, next)));
                first = next;
            }
            BigDecimal minimum = group.minimum();
            groups.add(
                    minimum == null
                            ? new Group(group.name(), List.copyOf(items), Double.NEGATIVE_INFINITY, "")
                            : new Group(
                                    group.name(),
                                    List.copyOf(items),
                                    minimum.doubleValue(),
                                    " 分，低于最低 " + Figures.grouped(minimum) + " 分"));
        }
        String minima = score.groups().stream()
                .filter(group -> group.minimum() != null)
                .map(group -> group.name() + " ≥ " + Figures.grouped(Objects.requireNonNull(group.minimum())) + " 分")
                .collect(Collectors.joining("、"));
        String required = (score.strict() ? "> " : "≥ ") + Figures.grouped(score.pass()) + " 分"
                + (minima.isEmpty() ? "" : "，且 " + minima);
        Requirement own = Wording.asked(score.label() == null ? "评分" : score.label(), score.clause(), required);
        boolean certain =
                groups.stream().flatMap(group -> group.items().stream()).allMatch(item -> item.asked.certain());
        return new ScoreWords(certain ? own : own.inDoubt(), score, groups);
    }

    Score score() {
        return score;
    }

    List<Group> groups() {
        return groups;
    }

    List<Item> items() {
        return items;
    }

    @Override
    boolean settled() {
        return true;
    }

    @Override
    ConditionResult tell(Node node, Explainer explainer) {
        return explainer.score(node, this);
    }

    @Override
    void gather(Node node, MissingFacts missing) {
        for (Item item : items) {
            missing.gatherTiers(item);
        }
    }

    /** A number of points, up to two digits after the point. */
    static String points(double points) {
        int whole = (int) points;
        return whole == points && whole >= 0 && whole < WHOLE.length ? WHOLE[whole] : Figures.of(points, false);
    }

    /** The number of points with two digits after the point. */
    static BigDecimal amount(double points) {
        int whole = (int) points;
        return whole == points && whole >= 0 && whole < AMOUNTS.length ? AMOUNTS[whole] : Figures.hundredths(points);
    }

    /** Such as 32 分 or 44～74 分. */
    static String interval(double low, double high) {
        int least = (int) low;
        int most = (int) high;
        if (least != low || most != high || least < 0 || most >= WHOLE.length || least > most) {
            return written(low, high);
        }
        int at = least * WHOLE.length + most;
        String known = INTERVALS[at];
        if (known == null) {
            known = written(low, high);
            INTERVALS[at] = known;
        }
        return known;
    }

    private static String written(double low, double high) {
        return low == high ? points(low) + " 分" : points(low) + "～" + points(high) + " 分";
    }

    /** What a line gives at most, and for what, where the document has no words for it. */
    static String required(double most, Score.Item item, Node[] tiers) {
        String full = "满分 " + points(most) + " 分";
        if (item.clause() != null) {
            return full;
        }
        return IntStream.range(0, tiers.length)
                .mapToObj(i -> told(tiers[i].words().asked()) + "得 "
                        + points(item.tiers().get(i).points().doubleValue()) + " 分")
                .collect(Collectors.joining("；", full + "：", ""));
    }

    private static String told(Requirement asked) {
        if (asked.clause() != null) {
            return asked.clause();
        }
        String required = asked.required();
        return required == null || required.equals(asked.label()) ? asked.label() : asked.label() + " " + required;
    }

    /**
     * Items that are added up.
     *
     * @param minimum below every number of points where there is none
     * @param tooFew what follows the number of points that is below the minimum
     */
    record Group(String name, List<Item> items, double minimum, String tooFew) {}

    /** One line of the table. */
    static final class Item {

        private final @Nullable Clause clause;
        private final double[] tierPoints;
        private final double otherwise;
        private final double most;
        private final Requirement asked;
        private final BigDecimal mostAmount;
        private final Node[] tiers;

        /** Beside each other, so that the truth of a tier is found without reading the tier. */
        private final int[] truths;

        private final ConditionResult full;

        private Item(Score.Group group, Score.Item item, Node[] tiers) {
            String label = group.name().equals(item.name()) ? item.name() : group.name() + " · " + item.name();
            clause = item.clause();
            tierPoints = item.tiers().stream()
                    .mapToDouble(tier -> tier.points().doubleValue())
                    .toArray();
            otherwise = item.otherwise().doubleValue();
            most = item.tiers().stream()
                    .map(Score.Tier::points)
                    .reduce(item.otherwise(), BigDecimal::max)
                    .doubleValue();
            asked = Wording.asked(label, clause, required(most, item, tiers));
            mostAmount = Figures.rounded(most, 2);
            this.tiers = tiers;
            truths = Arrays.stream(tiers).mapToInt(tier -> tier.index).toArray();
            full = told(Outcome.MET, most, most, null, null, List.of());
        }

        /** What is told where it gives all it can: the same for every enterprise. */
        ConditionResult full() {
            return full;
        }

        ConditionResult told(
                Outcome outcome,
                double low,
                double high,
                @Nullable Gap gap,
                @Nullable String gapText,
                List<FactRef> missing) {
            return new ConditionResult(
                    asked,
                    outcome,
                    interval(low, high),
                    gap,
                    gapText,
                    missing,
                    new Combination(null, null, new ScoreRange(amount(low), amount(high), mostAmount), null));
        }

        int tiers() {
            return tierPoints.length;
        }

        Node tier(int position) {
            return tiers[position];
        }

        /** Where the truth of a tier stands in an {@link Evaluation}. */
        int truthOf(int position) {
            return truths[position];
        }

        String label() {
            return asked.label();
        }

        @Nullable
        Clause clause() {
            return clause;
        }

        double pointsOf(int tier) {
            return tierPoints[tier];
        }

        double otherwise() {
            return otherwise;
        }

        double most() {
            return most;
        }
    }
}
