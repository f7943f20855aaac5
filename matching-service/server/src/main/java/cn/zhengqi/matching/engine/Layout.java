package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.engine.RuleCompiler.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the conditions of a book stand in memory: comparisons of numbers, then of texts, then what consists of others. Within each kind those of the one half of
 * the rules, of both halves and of the other half stand apart, so that a half is evaluated without the conditions that only the other one asks for.
 */
final class Layout {

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final Key[] ordered;
    private final int[] place;
    private final byte[] halves;

    /**
     * @param keys children before parents
     * @param roots by rule: its key
     * @param half the position of the rule with which the second half begins
     */
    Layout(List<Key> keys, List<Integer> roots, int half) {
        halves = new byte[keys.size()];
        for (int rule = 0; rule < roots.size(); rule++) {
            halves[roots.get(rule)] |= (byte) (rule < half ? FIRST : SECOND);
        }
        for (int key = halves.length - 1; key >= 0; key--) {
            for (int part : keys.get(key).parts()) {
                halves[part] |= halves[key];
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int key = 0; key < halves.length; key++) {
            order.add(key);
        }
        // Comparisons in the order of their slots, so that evaluation walks through memory; the others as they were
        // made.
        order.sort(
                Comparator.<Integer>comparingInt(key -> Kind.of(keys.get(key)).ordinal())
                        .thenComparingInt(key -> section(keys.get(key), halves[key]))
                        .thenComparingInt(key -> slot(keys.get(key)))
                        .thenComparingInt(key -> key));
        ordered = new Key[halves.length];
        place = new int[halves.length];
        for (int i = 0; i < place.length; i++) {
            ordered[i] = keys.get(order.get(i));
            place[order.get(i)] = i;
        }
    }

    /** What a condition is, in the order in which they stand. */
    enum Kind {
        NUMERIC,
        TEXTUAL,
        COMPOUND;

        private static Kind of(Key key) {
            return switch (key) {
                case Key.Numeric ignored -> NUMERIC;
                case Key.Textual ignored -> TEXTUAL;
                default -> COMPOUND;
            };
        }
    }

    /** What both halves ask for stands between them; of compounds first, for those of a half may consist of it. */
    private static int section(Key key, int halves) {
        boolean both = halves == (FIRST | SECOND);
        return both ? (Kind.of(key) == Kind.COMPOUND ? 0 : 2) : halves == FIRST ? 1 : 3;
    }

    private static int slot(Key key) {
        return switch (key) {
            case Key.Numeric numeric -> numeric.slot();
            case Key.Textual textual -> textual.slot();
            default -> 0;
        };
    }

    Key[] ordered() {
        return ordered;
    }

    int[] places() {
        return place;
    }

    int place(int key) {
        return place[key];
    }

    /** How many conditions of a kind there are. */
    int count(Kind kind) {
        return count(kind, 0) + count(kind, FIRST) + count(kind, SECOND) + count(kind, FIRST | SECOND);
    }

    int onlyFirst(Kind kind) {
        return count(kind, FIRST);
    }

    int onlySecond(Kind kind) {
        return count(kind, SECOND);
    }

    private int count(Kind kind, int of) {
        int count = 0;
        for (int key = 0; key < place.length; key++) {
            count += halves[key] == of && Kind.of(ordered[place[key]]) == kind ? 1 : 0;
        }
        return count;
    }
}
