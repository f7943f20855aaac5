package cn.zhengqi.matching.engine;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of counts that rest on facts that are for the enterprises alone ({@link OwnersShare}). A figure is told where of each group of enterprises that are alike, and of which it
 * makes a difference how they come out, at least {@link #FEWEST} come out in each possible way: so neither it, nor what it leaves of the group, nor what lies between two figures is about very
 * few. Whom such facts do not decide may be counted by anybody who reads enterprises, so that they hide nobody.
 */
public final class OwnersCounts {

    /** Of fewer a count or sum lets their own figures be reckoned back. */
    public static final int FEWEST = 3;

    /** Of more nothing would be told anyway, each being of few, and what tells them apart takes up memory. */
    static final int MOST_GROUPS = 2_000;

    private final Map<OwnersShare.Alike, Map<Truth, Integer>> groups = new HashMap<>();
    private final Map<Integer, Integer> reached = new HashMap<>();
    private int enterprises;
    private boolean scattered;

    /** Who is in a figure. */
    @FunctionalInterface
    public interface Figure {

        /**
         * @param published how an enterprise comes out by what is published; null: there is nothing
         * @param outcome by the typed conditions
         */
        boolean counts(@Nullable Truth published, Truth outcome);
    }

    /** @param decided null: such facts decide nothing of the enterprise */
    public void add(OwnersShare.@Nullable Decided decided) {
        if (decided != null) {
            enterprises++;
            count(decided.alike(), decided.outcome(), 1);
            decided.comparisons().forEach(comparison -> reached.merge(comparison, 1, Integer::sum));
        }
    }

    /** Takes those of another part of the whole in. */
    public void add(OwnersCounts others) {
        enterprises += others.enterprises;
        others.groups.forEach((alike, outcomes) -> outcomes.forEach((outcome, count) -> count(alike, outcome, count)));
        scattered |= others.scattered;
        others.reached.forEach((comparison, count) -> reached.merge(comparison, count, Integer::sum));
    }

    private void count(OwnersShare.Alike alike, Truth outcome, int more) {
        scattered |= groups.size() == MOST_GROUPS && !groups.containsKey(alike);
        if (scattered) {
            groups.clear();
            return;
        }
        groups.computeIfAbsent(alike, none -> {
                    Map<Truth, Integer> outcomes = new EnumMap<>(Truth.class);
                    alike.possible().forEach(possible -> outcomes.put(possible, 0));
                    return outcomes;
                })
                .merge(outcome, more, Integer::sum);
    }

    /** Of how many enterprises such facts decide. */
    public int enterprises() {
        return enterprises;
    }

    /**
     * Whether one of the comparisons with such facts is about very few: it was made for them, and nothing may be counted. So is what asks of nearly each enterprise something else. Neither rests on
     * the figures, so that it tells nothing of them.
     */
    public boolean ofVeryFew() {
        return scattered || reached.values().stream().anyMatch(count -> count < FEWEST);
    }

    public boolean tells(Figure figure) {
        return !scattered
                && groups.entrySet().stream().allMatch(group -> {
                    Map<Truth, Integer> outcomes = group.getValue();
                    long in = outcomes.keySet().stream()
                            .filter(outcome -> figure.counts(group.getKey().published(), outcome))
                            .count();
                    return in == 0
                            || in == outcomes.size()
                            || outcomes.values().stream().allMatch(count -> count >= FEWEST);
                });
    }

    /** @return null where it may not be told */
    public @Nullable Integer told(int count, Figure figure) {
        return !ofVeryFew() && tells(figure) ? Integer.valueOf(count) : null;
    }

    /**
     * Which parts of a whole are not told: those that set very few apart, and as many of the smallest besides as it takes that the rest of the whole, less those that are told, does not.
     *
     * @param parts by name
     */
    public static Set<String> untold(Map<String, OwnersCounts> parts, Figure figure) {
        Set<String> untold = new HashSet<>();
        OwnersCounts together = new OwnersCounts();
        parts.forEach((name, part) -> {
            if (!part.tells(figure)) {
                untold.add(name);
                together.add(part);
            }
        });
        parts.entrySet().stream()
                .filter(part -> !untold.contains(part.getKey()) && part.getValue().enterprises > 0)
                .sorted(Comparator.comparingInt((Map.Entry<String, OwnersCounts> part) -> part.getValue().enterprises)
                        .thenComparing(Map.Entry::getKey))
                .forEach(part -> {
                    if (!together.tells(figure)) {
                        untold.add(part.getKey());
                        together.add(part.getValue());
                    }
                });
        return untold;
    }
}
