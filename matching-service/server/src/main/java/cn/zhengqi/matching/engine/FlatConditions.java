package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.engine.Layout.Kind;
import cn.zhengqi.matching.engine.RuleCompiler.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The conditions of a book in flat arrays, children before parents, so that one pass gives the truth of every one of them.
 * Immutable and thread-safe.
 *
 * <p>Besides its truth each node has a share from 0 to 1, how much of it is satisfied (see docs/matching.md). A conjunction
 * weighs its parts by their units; everything else is one unit.
 */
final class FlatConditions {

    private static final byte NOT = 0;
    private static final byte ALL = 1;
    private static final byte ANY = 2;
    private static final byte ANY_EXHAUSTIVE = 3;
    private static final byte SOME = 4;
    private static final byte BANDS = 5;
    private static final byte POINTS = 6;
    private static final byte CONSTANT = 7;

    private final int numericCount;
    private final int textCount;
    private final int nodeCount;

    private final int[] numericSlot;
    private final double[] numericFrom;
    private final double[] numericTo;

    /** The least and the greatest with which the fact meets it: of counts whole numbers. */
    private final double[] nearestAbove;

    private final double[] nearestBelow;

    private final int[] textSlot;
    private final TextPredicate[] textPredicate;

    /** Of compound nodes, counted from the first of them. */
    private final byte[] kind;

    private final int[] childStart;
    private final int[] children;
    /** The count of SOME, the truth of CONSTANT, 1 for complete BANDS, the position in {@link #tables} of POINTS. */
    private final int[] parameter;

    private final ScoreTable[] tables;
    private final float[] units;

    private final Span whole;
    private final Span firstHalf;
    private final Span secondHalf;

    /** Which of the conditions of each kind are evaluated: all from one position to before another, of compounds two such ranges. */
    private record Span(
            int numericFrom,
            int numericTo,
            int textFrom,
            int textTo,
            int compoundTo,
            int moreCompoundsFrom,
            int moreCompoundsTo) {}

    /** @param counted which facts, by slot, are whole numbers */
    FlatConditions(Layout layout, IntPredicate counted) {
        Key[] ordered = layout.ordered();
        int[] place = layout.places();
        nodeCount = ordered.length;
        int numeric = layout.count(Kind.NUMERIC);
        int textual = layout.count(Kind.TEXTUAL);
        numericCount = numeric;
        textCount = textual;
        numericSlot = new int[numeric];
        numericFrom = new double[numeric];
        numericTo = new double[numeric];
        nearestAbove = new double[numeric];
        nearestBelow = new double[numeric];
        textSlot = new int[textual];
        textPredicate = new TextPredicate[textual];
        int compounds = nodeCount - numeric - textual;
        kind = new byte[compounds];
        childStart = new int[compounds + 1];
        parameter = new int[compounds];
        units = new float[nodeCount];
        List<Integer> allChildren = new ArrayList<>();
        List<ScoreTable> made = new ArrayList<>();
        for (int i = 0; i < nodeCount; i++) {
            units[i] = 1;
            switch (ordered[i]) {
                case Key.Numeric key -> {
                    numericSlot[i] = key.slot();
                    numericFrom[i] = key.from();
                    numericTo[i] = key.to();
                    boolean whole = counted.test(key.slot());
                    nearestAbove[i] = whole ? Math.ceil(key.from()) : key.from();
                    nearestBelow[i] = whole ? Math.floor(key.to()) : key.to();
                }
                case Key.Textual key -> {
                    textSlot[i - numeric] = key.slot();
                    textPredicate[i - numeric] = key.predicate();
                }
                default -> {
                    int compound = i - numeric - textual;
                    childStart[compound] = allChildren.size();
                    fill(compound, i, ordered[i], place, allChildren, made);
                    childStart[compound + 1] = allChildren.size();
                }
            }
        }
        children = allChildren.stream().mapToInt(Integer::intValue).toArray();
        tables = made.toArray(ScoreTable[]::new);
        whole = new Span(0, numeric, 0, textual, compounds, compounds, compounds);
        int ofSecond = compounds - layout.onlySecond(Kind.COMPOUND);
        int ofFirst = ofSecond - layout.onlyFirst(Kind.COMPOUND);
        firstHalf = new Span(
                0,
                numeric - layout.onlySecond(Kind.NUMERIC),
                0,
                textual - layout.onlySecond(Kind.TEXTUAL),
                ofSecond,
                ofSecond,
                ofSecond);
        secondHalf = new Span(
                layout.onlyFirst(Kind.NUMERIC),
                numeric,
                layout.onlyFirst(Kind.TEXTUAL),
                textual,
                ofFirst,
                ofSecond,
                compounds);
    }

    private void fill(
            int compound, int node, Key key, int[] place, List<Integer> allChildren, List<ScoreTable> tables) {
        switch (key) {
            case Key.Not not -> {
                kind[compound] = NOT;
                allChildren.add(place[not.child()]);
            }
            case Key.All all -> {
                kind[compound] = ALL;
                float sum = 0;
                for (int child : all.children()) {
                    allChildren.add(place[child]);
                    sum += units[place[child]];
                }
                units[node] = sum;
            }
            case Key.Any any -> {
                kind[compound] = any.exhaustive() ? ANY_EXHAUSTIVE : ANY;
                any.children().forEach(child -> allChildren.add(place[child]));
            }
            case Key.Some some -> {
                kind[compound] = SOME;
                parameter[compound] = some.count();
                some.children().forEach(child -> allChildren.add(place[child]));
            }
            case Key.Bands bands -> {
                kind[compound] = BANDS;
                parameter[compound] = bands.complete() ? 1 : 0;
                for (int i = 0; i < bands.whens().size(); i++) {
                    allChildren.add(place[bands.whens().get(i)]);
                    allChildren.add(place[bands.thens().get(i)]);
                }
            }
            case Key.Points table -> {
                kind[compound] = POINTS;
                parameter[compound] = tables.size();
                tables.add(ScoreTable.of(table, place));
            }
            case Key.Constant constant -> {
                kind[compound] = CONSTANT;
                parameter[compound] = constant.truth();
            }
            case Key.Numeric ignored -> throw new IllegalStateException("A comparison among the compounds");
            case Key.Textual ignored -> throw new IllegalStateException("A comparison among the compounds");
        }
    }

    int nodeCount() {
        return nodeCount;
    }

    int comparisonCount() {
        return numericCount + textCount;
    }

    int numericCount() {
        return numericCount;
    }

    int tableCount() {
        return tables.length;
    }

    /** How far numeric comparison i is from being met, where it is not. */
    double distance(int i, FactVector vector) {
        int slot = numericSlot[i];
        return Math.max(nearestAbove[i] - vector.high[slot], vector.low[slot] - nearestBelow[i]);
    }

    void run(FactVector vector, byte[] truth, float[] share, double[] scoreLow, double[] scoreHigh) {
        run(whole, vector, truth, share, scoreLow, scoreHigh);
    }

    /** What one half of the rules asks for. What both ask for comes out alike, whichever half is run, and whoever comes second. */
    void runHalf(boolean first, FactVector vector, byte[] truth, float[] share, double[] scoreLow, double[] scoreHigh) {
        run(first ? firstHalf : secondHalf, vector, truth, share, scoreLow, scoreHigh);
    }

    private void run(Span span, FactVector vector, byte[] truth, float[] share, double[] scoreLow, double[] scoreHigh) {
        numbers(span.numericFrom, span.numericTo, vector, truth, share);
        for (int i = span.textFrom; i < span.textTo; i++) {
            byte value = textPredicate[i].test(vector.text[textSlot[i]]);
            truth[numericCount + i] = value;
            share[numericCount + i] = value >> 1;
        }
        compounds(0, span.compoundTo, truth, share, scoreLow, scoreHigh);
        compounds(span.moreCompoundsFrom, span.moreCompoundsTo, truth, share, scoreLow, scoreHigh);
    }

    private void numbers(int from, int to, FactVector vector, byte[] truth, float[] share) {
        double[] low = vector.low;
        double[] high = vector.high;
        for (int i = from; i < to; i++) {
            int slot = numericSlot[i];
            double least = low[slot];
            double most = high[slot];
            // Without branches, which could not be predicted.
            int yes = (least >= numericFrom[i] ? 1 : 0) & (most <= numericTo[i] ? 1 : 0);
            int no = (most < numericFrom[i] ? 1 : 0) | (least > numericTo[i] ? 1 : 0);
            byte value = (byte) (Truth.OPEN + yes - no);
            truth[i] = value;
            share[i] = yes;
        }
    }

    private void compounds(int first, int last, byte[] truth, float[] share, double[] scoreLow, double[] scoreHigh) {
        int base = numericCount + textCount;
        for (int c = first; c < last; c++) {
            int node = base + c;
            int from = childStart[c];
            int to = childStart[c + 1];
            switch (kind[c]) {
                case NOT -> {
                    byte value = (byte) (Truth.YES - truth[children[from]]);
                    truth[node] = value;
                    share[node] = value >> 1;
                }
                case ALL -> all(node, from, to, truth, share);
                case ANY -> any(node, from, to, false, truth, share);
                case ANY_EXHAUSTIVE -> any(node, from, to, true, truth, share);
                case SOME -> some(node, from, to, parameter[c], truth, share);
                case BANDS -> bands(node, from, to, parameter[c] == 1, truth, share);
                case POINTS -> {
                    int table = parameter[c];
                    byte value = tables[table].score(truth, table, scoreLow, scoreHigh);
                    truth[node] = value;
                    share[node] = value >> 1;
                }
                default -> {
                    truth[node] = (byte) parameter[c];
                    share[node] = parameter[c] >> 1;
                }
            }
        }
    }

    private void all(int node, int from, int to, byte[] truth, float[] share) {
        byte value = Truth.YES;
        float satisfied = 0;
        for (int i = from; i < to; i++) {
            int child = children[i];
            value = (byte) Math.min(value, truth[child]);
            satisfied += share[child] * units[child];
        }
        truth[node] = value;
        share[node] = satisfied / units[node];
    }

    private void any(int node, int from, int to, boolean exhaustive, byte[] truth, float[] share) {
        byte value = Truth.NO;
        float best = 0;
        for (int i = from; i < to; i++) {
            int child = children[i];
            value = (byte) Math.max(value, truth[child]);
            best = Math.max(best, share[child]);
        }
        if (exhaustive && value == Truth.OPEN) {
            value = Truth.YES;
        }
        truth[node] = value;
        share[node] = value == Truth.YES ? 1 : best;
    }

    private void some(int node, int from, int to, int count, byte[] truth, float[] share) {
        int met = 0;
        int open = 0;
        float[] shares = new float[to - from];
        for (int i = from; i < to; i++) {
            byte value = truth[children[i]];
            met += value == Truth.YES ? 1 : 0;
            open += value == Truth.OPEN ? 1 : 0;
            shares[i - from] = share[children[i]];
        }
        truth[node] = met >= count ? Truth.YES : met + open >= count ? Truth.OPEN : Truth.NO;
        Arrays.sort(shares);
        float best = 0;
        for (int i = 0; i < count; i++) {
            best += shares[shares.length - 1 - i];
        }
        share[node] = best / count;
    }

    private void bands(int node, int from, int to, boolean complete, byte[] truth, float[] share) {
        byte least = Truth.YES;
        byte most = Truth.NO;
        float worst = 1;
        int possible = 0;
        boolean decided = false;
        for (int i = from; i < to && !decided; i += 2) {
            byte when = truth[children[i]];
            if (when != Truth.NO) {
                int then = children[i + 1];
                if (when == Truth.YES) {
                    least = Truth.YES;
                    most = Truth.NO;
                    worst = 1;
                    decided = true;
                }
                least = (byte) Math.min(least, truth[then]);
                most = (byte) Math.max(most, truth[then]);
                worst = Math.min(worst, share[then]);
                possible++;
            }
        }
        if (possible == 0 || (!decided && !complete)) {
            least = Truth.NO;
            worst = 0;
        }
        truth[node] = least == most ? least : Truth.OPEN;
        share[node] = worst;
    }
}
