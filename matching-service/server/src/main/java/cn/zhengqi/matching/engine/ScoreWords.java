package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scoring table in words. */
final class ScoreWords implements Wording {

    private final Score score;
    private final List<Group> groups = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final String required;

    ScoreWords(Score score) {
        this.score = score;
        int first = 0;
        for (Score.Group group : score.groups()) {
            List<Item> ofGroup = new ArrayList<>();
            for (Score.Item item : group.items()) {
                ofGroup.add(new Item(group, item, first));
                first += item.tiers().size();
            }
            items.addAll(ofGroup);
            groups.add(new Group(group, List.copyOf(ofGroup)));
        }
        String minima = score.groups().stream()
                .filter(group -> group.minimum() != null)
                .map(group -> group.name() + " ≥ " + Figures.grouped(Objects.requireNonNull(group.minimum())))
                .collect(Collectors.joining("、"));
        required = (score.strict() ? "> " : "≥ ") + Figures.grouped(score.pass()) + " 分"
                + (minima.isEmpty() ? "" : "，且 " + minima);
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
    public String label() {
        String label = score.label();
        return label == null ? "评分" : label;
    }

    @Override
    public @Nullable String clause() {
        Clause clause = score.clause();
        return clause == null ? null : clause.text();
    }

    @Override
    public @Nullable String place() {
        Clause clause = score.clause();
        return clause == null ? null : clause.place();
    }

    @Override
    public boolean certain() {
        Clause clause = score.clause();
        return clause == null || clause.certain();
    }

    @Override
    public String required() {
        return required;
    }

    @Override
    public String named() {
        String label = score.label();
        return label == null ? "以下条件" : label;
    }

    /** A number of points, up to two digits after the point. */
    static String points(double points) {
        return Figures.of(points, false);
    }

    /** Such as 32 分 or 44～74 分. */
    static String interval(double low, double high) {
        return low == high ? points(low) + " 分" : points(low) + "～" + points(high) + " 分";
    }

    /** Items that are added up. */
    record Group(Score.Group group, List<Item> items) {}

    /** One line of the table. */
    static final class Item {

        private final String label;
        private final @Nullable Clause clause;
        private final double[] tierPoints;
        private final double otherwise;
        private final double most;
        private final String required;
        private final BigDecimal mostAmount;
        private final int first;

        private Item(Score.Group group, Score.Item item, int first) {
            label = group.name().equals(item.name()) ? item.name() : group.name() + " · " + item.name();
            clause = item.clause();
            tierPoints = item.tiers().stream()
                    .mapToDouble(tier -> tier.points().doubleValue())
                    .toArray();
            otherwise = item.otherwise().doubleValue();
            most = item.tiers().stream()
                    .map(Score.Tier::points)
                    .reduce(item.otherwise(), BigDecimal::max)
                    .doubleValue();
            required = "满分 " + points(most) + " 分";
            mostAmount = Figures.rounded(most, 2);
            this.first = first;
        }

        List<Node> tiersOf(Node score) {
            return score.parts().subList(first, first + tierPoints.length);
        }

        String label() {
            return label;
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

        BigDecimal mostAmount() {
            return mostAmount;
        }

        String required() {
            return required;
        }
    }
}
