package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.match.MatchOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The order in which an enterprise sees the rules of a book: eligible, then those one step away, then the undecided, then the
 * rest; within each those whose period is over last, then by 匹配度, then 数据完整度, then verified before unverified, then as the book has them.
 */
public final class Ranking {

    private static final int DIGIT = 9;

    private final Evaluation evaluation;
    private final int[] keys;
    private final MatchOutcome[] outcomes;
    private final byte[] degrees;
    private final byte[] completeness;

    private Ranking(Evaluation evaluation) {
        this.evaluation = evaluation;
        int size = evaluation.book().size();
        keys = new int[size];
        outcomes = new MatchOutcome[size];
        degrees = new byte[size];
        completeness = new byte[size];
    }

    public static Ranking of(Evaluation evaluation) {
        Ranking ranking = begun(evaluation);
        ranking.judge(0, ranking.keys.length);
        return ranking;
    }

    /** One whose rules are to be judged yet, part by part; different threads may judge different parts. */
    public static Ranking begun(Evaluation evaluation) {
        return new Ranking(evaluation);
    }

    /** Outcome, 匹配度 and 数据完整度 of the rules from the one position to before the other. */
    public void judge(int from, int to) {
        for (int i = from; i < to; i++) {
            MatchOutcome outcome = evaluation.outcome(i);
            int degree = evaluation.degree(i);
            int complete = evaluation.completeness(i);
            outcomes[i] = outcome;
            degrees[i] = (byte) degree;
            completeness[i] = (byte) complete;
            int key = place(outcome);
            key = (key << 1) | (evaluation.periodOver(i) ? 1 : 0);
            key = (key << 7) | (100 - degree);
            key = (key << 7) | (100 - complete);
            keys[i] = (key << 1) | (evaluation.book().columns().verified[i] ? 0 : 1);
        }
    }

    /** @param from the order so far; null for that of the book */
    private static void pass(int[] keys, int shift, int @Nullable [] from, int[] to) {
        int mask = (1 << DIGIT) - 1;
        int[] next = new int[mask + 2];
        for (int key : keys) {
            next[((key >>> shift) & mask) + 1]++;
        }
        for (int digit = 1; digit < next.length; digit++) {
            next[digit] += next[digit - 1];
        }
        for (int i = 0; i < to.length; i++) {
            int position = from == null ? i : from[i];
            to[next[(keys[position] >>> shift) & mask]++] = position;
        }
    }

    private static int place(MatchOutcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> 0;
            case NEARLY -> 1;
            case UNKNOWN -> 2;
            case INELIGIBLE -> 3;
        };
    }

    /** Positions in the book, best first, once all are judged. */
    public int[] order() {
        int size = keys.length;
        // Keys have 18 bits: two stable passes of counting order them, and equal ones stay as the book has them.
        int[] byLow = new int[size];
        int[] order = new int[size];
        pass(keys, 0, null, byLow);
        pass(keys, DIGIT, byLow, order);
        return order;
    }

    public MatchOutcome outcome(int rule) {
        return outcomes[rule];
    }

    public int degree(int rule) {
        return degrees[rule];
    }

    public int completeness(int rule) {
        return completeness[rule];
    }
}
