package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.RuleCompiler.Key;
import cn.zhengqi.matching.engine.RuleCompiler.PointGroup;
import cn.zhengqi.matching.engine.RuleCompiler.PointItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules ready to be evaluated: nodes in flat arrays, children before parents, so that one pass gives the truth of
 * every condition of every rule. Immutable and thread-safe.
 *
 * <p>Besides its truth each node has a share from 0 to 1, how much of it is satisfied (see docs/matching.md). A conjunction
 * weighs its parts by their units; everything else is one unit.
 */
public final class RuleBook {

    private static final byte NOT = 0;
    private static final byte ALL = 1;
    private static final byte ANY = 2;
    private static final byte ANY_EXHAUSTIVE = 3;
    private static final byte SOME = 4;
    private static final byte BANDS = 5;
    private static final byte POINTS = 6;
    private static final byte CONSTANT = 7;

    private final FactDictionary facts;
    private final List<CompiledRule> rules;
    private final Map<String, Integer> byId = new HashMap<>();

    private final int numericCount;
    private final int textCount;
    private final int nodeCount;

    final int[] numericSlot;
    final double[] numericFrom;
    final double[] numericTo;

    private final int[] textSlot;
    private final TextPredicate[] textPredicate;

    /** Of compound nodes, counted from the first of them. */
    private final byte[] kind;

    private final int[] childStart;
    private final int[] children;
    /** The count of SOME, the truth of CONSTANT, 1 for complete BANDS, the position in {@link #points} of POINTS. */
    private final int[] parameter;

    private final Points[] points;
    private final float[] units;

    final int[] roots;
    final long[] validFrom;
    final long[] validTo;
    /** The recorded last day where it is not certain, else the end of time. */
    final long[] recordedTo;

    final boolean[] verified;
    /** Which facts rule i refers to, a bit set of factWords words from i * factWords on. */
    final long[] factBits;

    final int factWords;
    final int[] factCount;
    /** By rule: the slots of its comparisons, and beside each the node that tells its truth. */
    final int[][] comparedSlot;

    final int[][] comparedNode;
    /** The conditions of rule i that all have to hold are topNode[topStart[i]] to topNode[topStart[i + 1] - 1]. */
    final int[] topStart;

    final int[] topNode;
    /** Whether each of them can be closed: {@link Truth} codes, open where it depends on which parts fail. */
    final byte[] topClosable;

    /** A scoring table: per item the tiers' nodes and points, per group a minimum. */
    private record Points(
            double pass, double[] minimum, int[][][] whens, double[][][] tierPoints, double[][] otherwise) {}

    RuleBook(FactDictionary facts, List<CompiledRule> rules, List<Key> keys, int[] place) {
        this.facts = facts;
        this.rules = rules;
        nodeCount = keys.size();
        Key[] ordered = new Key[nodeCount];
        for (int i = 0; i < nodeCount; i++) {
            ordered[place[i]] = keys.get(i);
        }
        int numeric = 0;
        int textual = 0;
        for (Key key : ordered) {
            numeric += key instanceof Key.Numeric ? 1 : 0;
            textual += key instanceof Key.Textual ? 1 : 0;
        }
        numericCount = numeric;
        textCount = textual;
        numericSlot = new int[numeric];
        numericFrom = new double[numeric];
        numericTo = new double[numeric];
        textSlot = new int[textual];
        textPredicate = new TextPredicate[textual];
        int compounds = nodeCount - numeric - textual;
        kind = new byte[compounds];
        childStart = new int[compounds + 1];
        parameter = new int[compounds];
        units = new float[nodeCount];
        List<Integer> allChildren = new ArrayList<>();
        List<Points> tables = new ArrayList<>();
        for (int i = 0; i < nodeCount; i++) {
            units[i] = 1;
            switch (ordered[i]) {
                case Key.Numeric key -> {
                    numericSlot[i] = key.slot();
                    numericFrom[i] = key.from();
                    numericTo[i] = key.to();
                }
                case Key.Textual key -> {
                    textSlot[i - numeric] = key.slot();
                    textPredicate[i - numeric] = key.predicate();
                }
                default -> {
                    int compound = i - numeric - textual;
                    childStart[compound] = allChildren.size();
                    fill(compound, i, ordered[i], place, allChildren, tables);
                    childStart[compound + 1] = allChildren.size();
                }
            }
        }
        children = allChildren.stream().mapToInt(Integer::intValue).toArray();
        points = tables.toArray(Points[]::new);

        roots = new int[rules.size()];
        validFrom = new long[rules.size()];
        validTo = new long[rules.size()];
        recordedTo = new long[rules.size()];
        verified = new boolean[rules.size()];
        factWords = (facts.facts().size() + 63) >>> 6;
        factBits = new long[rules.size() * factWords];
        factCount = new int[rules.size()];
        comparedSlot = new int[rules.size()][];
        comparedNode = new int[rules.size()][];
        topStart = new int[rules.size() + 1];
        topClosable = closable(rules);
        topNode = rules.stream()
                .flatMap(rule -> rule.top().stream())
                .mapToInt(CompiledRule.Node::index)
                .toArray();
        for (int i = 0; i < roots.length; i++) {
            EligibilityRule rule = rules.get(i).rule();
            roots[i] = rules.get(i).root().index();
            verified[i] = rule.verified();
            factCount[i] = rules.get(i).facts().size();
            for (int slot : rules.get(i).facts()) {
                factBits[i * factWords + (slot >>> 6)] |= 1L << (slot & 63);
            }
            List<int[]> compared = new ArrayList<>();
            compared(rules.get(i).root(), compared);
            comparedSlot[i] = compared.stream().mapToInt(pair -> pair[0]).toArray();
            comparedNode[i] = compared.stream().mapToInt(pair -> pair[1]).toArray();
            topStart[i + 1] = topStart[i] + rules.get(i).top().size();
            validFrom[i] = rule.validity().from() == null
                    ? Long.MIN_VALUE
                    : rule.validity().from().toEpochDay();
            validTo[i] = rule.validity().to() == null || !rule.validity().toCertain()
                    ? Long.MAX_VALUE
                    : rule.validity().to().toEpochDay();
            recordedTo[i] = rule.validity().to() == null || rule.validity().toCertain()
                    ? Long.MAX_VALUE
                    : rule.validity().to().toEpochDay();
            if (byId.putIfAbsent(key(rule.id(), rule.edition()), i) != null) {
                throw new IllegalArgumentException("Two rules are " + rule.id() + " " + rule.edition());
            }
        }
    }

    private void compared(CompiledRule.Node node, List<int[]> into) {
        switch (node.criterion()) {
            case Comparison comparison -> into.add(new int[] {facts.slot(comparison.fact()), node.index()});
            case Banded banded -> node.guards().forEach(guard -> into.add(new int[] {facts.slot(banded.by()), guard}));
            default -> {}
        }
        node.parts().forEach(part -> compared(part, into));
    }

    private static byte[] closable(List<CompiledRule> rules) {
        List<CompiledRule.Node> nodes =
                rules.stream().flatMap(rule -> rule.top().stream()).toList();
        byte[] closable = new byte[nodes.size()];
        for (int i = 0; i < closable.length; i++) {
            Boolean agreed = nodes.get(i).closable();
            closable[i] = agreed == null ? Truth.OPEN : agreed ? Truth.YES : Truth.NO;
        }
        return closable;
    }

    private void fill(int compound, int node, Key key, int[] place, List<Integer> allChildren, List<Points> tables) {
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
                tables.add(points(table, place));
            }
            case Key.Constant constant -> {
                kind[compound] = CONSTANT;
                parameter[compound] = constant.truth();
            }
            case Key.Numeric ignored -> throw new IllegalStateException("A comparison among the compounds");
            case Key.Textual ignored -> throw new IllegalStateException("A comparison among the compounds");
        }
    }

    private static Points points(Key.Points table, int[] place) {
        int groups = table.groups().size();
        double[] minimum = new double[groups];
        int[][][] whens = new int[groups][][];
        double[][][] tierPoints = new double[groups][][];
        double[][] otherwise = new double[groups][];
        for (int g = 0; g < groups; g++) {
            PointGroup group = table.groups().get(g);
            minimum[g] = group.minimum();
            int items = group.items().size();
            whens[g] = new int[items][];
            tierPoints[g] = new double[items][];
            otherwise[g] = new double[items];
            for (int i = 0; i < items; i++) {
                PointItem item = group.items().get(i);
                whens[g][i] =
                        item.whens().stream().mapToInt(when -> place[when]).toArray();
                tierPoints[g][i] =
                        item.points().stream().mapToDouble(Double::doubleValue).toArray();
                otherwise[g][i] = item.otherwise();
            }
        }
        return new Points(table.pass(), minimum, whens, tierPoints, otherwise);
    }

    /**
     * Compiles rules for the standard fact dictionary.
     *
     * @throws IllegalArgumentException when a rule names an unknown fact, compares it with what it cannot be compared with, or
     *     two are the same edition; the message names the rule
     */
    public static RuleBook of(List<? extends EligibilityRule> rules) {
        return of(FactDictionary.standard(), rules);
    }

    public static RuleBook of(FactDictionary facts, List<? extends EligibilityRule> rules) {
        return new RuleCompiler(facts).compile(rules);
    }

    /** Evaluates every condition of every rule for one enterprise. */
    public Evaluation evaluate(FactVector vector) {
        Evaluation evaluation = new Evaluation(this);
        evaluation.run(vector);
        return evaluation;
    }

    /** An evaluation to be used again and again by one thread, for bulk runs. */
    public Evaluation scratch() {
        return new Evaluation(this);
    }

    public FactDictionary facts() {
        return facts;
    }

    public int size() {
        return rules.size();
    }

    public EligibilityRule rule(int index) {
        return rules.get(index).rule();
    }

    /** The position of an edition, or null. */
    public @Nullable Integer find(String id, String edition) {
        return byId.get(key(id, edition));
    }

    CompiledRule compiled(int index) {
        return rules.get(index);
    }

    int nodeCount() {
        return nodeCount;
    }

    /** How many different comparisons its rules make; each is evaluated once per enterprise. */
    public int comparisonCount() {
        return numericCount + textCount;
    }

    int numericCount() {
        return numericCount;
    }

    int tableCount() {
        return points.length;
    }

    private static String key(String id, String edition) {
        return id + "\n" + edition;
    }

    void run(FactVector vector, byte[] truth, float[] share, double[] scoreLow, double[] scoreHigh) {
        double[] low = vector.low;
        double[] high = vector.high;
        for (int i = 0; i < numericCount; i++) {
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
        for (int i = 0; i < textCount; i++) {
            byte value = textPredicate[i].test(vector.text[textSlot[i]]);
            truth[numericCount + i] = value;
            share[numericCount + i] = value >> 1;
        }
        int base = numericCount + textCount;
        for (int c = 0; c < kind.length; c++) {
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
                case POINTS -> score(node, parameter[c], truth, share, scoreLow, scoreHigh);
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
        java.util.Arrays.sort(shares);
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

    private void score(int node, int table, byte[] truth, float[] share, double[] scoreLow, double[] scoreHigh) {
        Points t = points[table];
        double totalLow = 0;
        double totalHigh = 0;
        byte value = Truth.YES;
        for (int g = 0; g < t.whens.length; g++) {
            double groupLow = 0;
            double groupHigh = 0;
            for (int i = 0; i < t.whens[g].length; i++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                int[] whens = t.whens[g][i];
                byte last = Truth.NO;
                for (int tier = 0; tier < whens.length && last != Truth.YES; tier++) {
                    last = truth[whens[tier]];
                    if (last != Truth.NO) {
                        least = Math.min(least, t.tierPoints[g][i][tier]);
                        most = Math.max(most, t.tierPoints[g][i][tier]);
                    }
                }
                if (last != Truth.YES) {
                    least = Math.min(least, t.otherwise[g][i]);
                    most = Math.max(most, t.otherwise[g][i]);
                }
                groupLow += least;
                groupHigh += most;
            }
            value = (byte) Math.min(value, reached(groupLow, groupHigh, t.minimum[g]));
            totalLow += groupLow;
            totalHigh += groupHigh;
        }
        value = (byte) Math.min(value, reached(totalLow, totalHigh, t.pass));
        truth[node] = value;
        share[node] = value >> 1;
        scoreLow[table] = totalLow;
        scoreHigh[table] = totalHigh;
    }

    private static byte reached(double low, double high, double mark) {
        return low >= mark ? Truth.YES : high < mark ? Truth.NO : Truth.OPEN;
    }
}
