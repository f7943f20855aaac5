package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The truth of every condition of a {@link RuleBook} for one enterprise on one day. Rules are named by their position in the
 * book. Not thread-safe while it is being run again.
 */
public final class Evaluation {

    /** By truth: one for what fails, and too many for what is open. */
    private static final int[] FAILING = {1, 1_000, 0};

    private static final Outcome[] OUTCOMES = {Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET};

    private final RuleBook book;
    private final FlatConditions conditions;
    private final RuleColumns columns;
    private final byte[] truth;
    private final float[] share;
    private final double[] scoreLow;
    private final double[] scoreHigh;
    private @Nullable FactVector vector;

    Evaluation(RuleBook book) {
        this.book = book;
        conditions = book.conditions();
        columns = book.columns();
        truth = new byte[conditions.nodeCount()];
        share = new float[conditions.nodeCount()];
        scoreLow = new double[conditions.tableCount()];
        scoreHigh = new double[conditions.tableCount()];
    }

    Evaluation(RuleBook book, FactVector enterprise) {
        this(book);
        vector = enterprise.readBy(book.facts());
    }

    /** Evaluates all rules. */
    public void run() {
        run(vector());
    }

    /** Evaluates the rules before {@link RuleBook#half()}, or those from there on. Two threads may run a half each. */
    public void runHalf(boolean first) {
        conditions.runHalf(first, vector(), truth, share, scoreLow, scoreHigh);
    }

    /** Evaluates another enterprise; what was there before is gone. */
    public void run(FactVector enterprise) {
        FactVector read = enterprise.readBy(book.facts());
        vector = read;
        conditions.run(read, truth, share, scoreLow, scoreHigh);
    }

    public RuleBook book() {
        return book;
    }

    public FactVector vector() {
        if (vector == null) {
            throw new IllegalStateException("Nothing has been evaluated yet");
        }
        return vector;
    }

    /** What the conditions say, leaving the dates of the rule aside. */
    public Truth criteria(int rule) {
        return Truth.of(truth[columns.roots[rule]]);
    }

    public Validity.Status status(int rule) {
        return book.rule(rule).statusOn(vector().asOf());
    }

    /**
     * Whether the enterprise qualifies on that day: no rule that has ended qualifies anyone, and none that has not begun
     * qualifies yet, whatever is still to be learned of the enterprise.
     */
    public Truth verdict(int rule) {
        long day = vector().day;
        return day < columns.validFrom[rule] || day > columns.validTo[rule] ? Truth.FALSE : criteria(rule);
    }

    /** What the enterprise can do about it: of a rule that begins later, whether it will qualify, or what has to be learned to tell. */
    public MatchOutcome outcome(int rule) {
        MatchOutcome begun = onceBegun(rule);
        return begun == MatchOutcome.ELIGIBLE && vector().day < columns.validFrom[rule] ? MatchOutcome.NEARLY : begun;
    }

    /** As {@link #outcome}, of a rule that begins later as if it had begun: so that the day alone is told apart from a condition that fails. */
    public MatchOutcome onceBegun(int rule) {
        if (vector().day > columns.validTo[rule]) {
            return MatchOutcome.INELIGIBLE;
        }
        return switch (criteria(rule)) {
            case TRUE -> MatchOutcome.ELIGIBLE;
            case UNKNOWN -> MatchOutcome.UNKNOWN;
            case FALSE -> nearly(rule) ? MatchOutcome.NEARLY : MatchOutcome.INELIGIBLE;
        };
    }

    private boolean nearly(int rule) {
        int start = columns.topStart[rule];
        int end = columns.topStart[rule + 1];
        // One failing and nothing open: counted without branches, which could not be predicted.
        int failing = 0;
        for (int i = start; i < end; i++) {
            failing += FAILING[truth[columns.topNode[i]]];
        }
        if (failing != 1) {
            return false;
        }
        int i = start;
        while (truth[columns.topNode[i]] != Truth.NO) {
            i++;
        }
        byte closable = columns.topClosable[i];
        return closable == Truth.OPEN ? closable(book.top(rule)[i - start]) : closable == Truth.YES;
    }

    /** 匹配度: how much of the conditions is satisfied, 0 to 100; 100 exactly when all are met. */
    public int degree(int rule) {
        float value = share[columns.roots[rule]];
        return value >= 1 ? 100 : Math.min(99, Math.round(value * 100));
    }

    /**
     * 数据完整度: how many of the facts that the rule refers to are known, 0 to 100; 100 when it refers to none. A fact of which
     * enough is known to decide every comparison of the rule with it counts as known.
     */
    public int completeness(int rule) {
        int count = columns.factCount[rule];
        if (count == 0) {
            return 100;
        }
        int known = vector().knownAmong(columns.factBits, rule * columns.factWords);
        for (int word = 0; known < count && word < columns.factWords; word++) {
            long bounded = vector().boundedAmong(columns.factBits[rule * columns.factWords + word], word);
            for (; bounded != 0; bounded &= bounded - 1) {
                known += decided(rule, (word << 6) + Long.numberOfTrailingZeros(bounded)) ? 1 : 0;
            }
        }
        return known * 100 / count;
    }

    private boolean decided(int rule, int slot) {
        int[] slots = columns.comparedSlot[rule];
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == slot && truth[columns.comparedNode[rule][i]] == Truth.OPEN) {
                return false;
            }
        }
        return true;
    }

    /** Whether its recorded period is over and it is not known whether it was extended. */
    public boolean periodOver(int rule) {
        return vector().day > columns.recordedTo[rule];
    }

    /** Whether the enterprise holds the qualification that this policy grants. */
    public boolean alreadyHeld(int rule) {
        String grants = columns.grants[rule];
        if (grants != null && vector().text[columns.qualifications] instanceof String[] held) {
            for (String one : held) {
                if (one.equals(grants)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * How far each numeric comparison is from being met, in the fact's unit, 0 where it is met, NaN where it is not known.
     *
     * @param into one place per numeric comparison of the book, see {@link #gaps()}
     */
    public void gaps(double[] into) {
        FactVector enterprise = vector();
        for (int i = 0; i < into.length; i++) {
            into[i] = switch (truth[i]) {
                case Truth.YES -> 0;
                case Truth.OPEN -> Double.NaN;
                default -> conditions.distance(i, enterprise);
            };
        }
    }

    public double[] gaps() {
        double[] gaps = new double[conditions.numericCount()];
        gaps(gaps);
        return gaps;
    }

    /** The truth of a condition: {@link Truth#NO}, {@link Truth#OPEN} or {@link Truth#YES}. */
    byte code(Node node) {
        return truth[node.index];
    }

    /** The same of the condition that stands there. */
    byte code(int index) {
        return truth[index];
    }

    Outcome told(Node node) {
        return OUTCOMES[truth[node.index]];
    }

    Truth guard(Node node, int band) {
        return Truth.of(truth[node.guard[band]]);
    }

    /** Whether the enterprise can sensibly do something about every failing part. */
    boolean closable(Node node) {
        Boolean agreed = node.closable();
        if (agreed != null) {
            return agreed;
        }
        return switch (node.criterion()) {
            case AllOf ignored -> closableParts(node) == node.part.length;
            case AnyOf ignored -> anyClosable(node);
            case AtLeast some -> closableParts(node) >= some.count();
            case Banded ignored -> bandClosable(node);
            case Comparison ignored -> false;
            case Score score -> oneItemAway(node, score);
            case Unverified ignored -> false;
        };
    }

    /** How many parts hold, are open or can be closed. */
    private int closableParts(Node node) {
        int count = 0;
        for (Node part : node.part) {
            count += !fails(part) || closable(part) ? 1 : 0;
        }
        return count;
    }

    /** Only what the band asks for that applies: of the others nothing is asked. */
    private boolean bandClosable(Node node) {
        for (int i = 0; i < node.part.length; i++) {
            if (truth[node.guard[i]] != Truth.NO && fails(node.part[i]) && closable(node.part[i])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether one item of the table, raised by something that the enterprise can do, is enough for the pass mark and for every minimum of a group. Who has no points at all lacks more
     * than one thing.
     */
    private boolean oneItemAway(Node node, Score score) {
        int groups = score.groups().size();
        double[] reached = new double[groups];
        double[] gain = new double[groups];
        int tier = 0;
        for (int g = 0; g < groups; g++) {
            for (Score.Item item : score.groups().get(g).items()) {
                double most = Double.NEGATIVE_INFINITY;
                double better = Double.NEGATIVE_INFINITY;
                boolean met = false;
                for (Score.Tier one : item.tiers()) {
                    Node when = node.part[tier++];
                    double points = one.points().doubleValue();
                    if (!met && !fails(when)) {
                        most = Math.max(most, points);
                        met = truth[when.index] == Truth.YES;
                    } else if (fails(when) && closable(when)) {
                        better = Math.max(better, points);
                    }
                }
                if (!met) {
                    most = Math.max(most, item.otherwise().doubleValue());
                }
                reached[g] += most;
                gain[g] = Math.max(gain[g], better - most);
            }
        }
        return IntStream.range(0, groups).anyMatch(g -> passes(score, reached, g, gain[g]));
    }

    /** With more points in one of its groups. */
    private static boolean passes(Score score, double[] reached, int raised, double gain) {
        double total = gain;
        for (int g = 0; g < reached.length; g++) {
            BigDecimal minimum = score.groups().get(g).minimum();
            if (minimum != null && reached[g] + (g == raised ? gain : 0) < minimum.doubleValue()) {
                return false;
            }
            total += reached[g];
        }
        double pass = score.pass().doubleValue();
        return score.strict() ? total > pass : total >= pass;
    }

    private boolean anyClosable(Node node) {
        for (Node part : node.part) {
            if (fails(part) && closable(part)) {
                return true;
            }
        }
        return false;
    }

    private boolean fails(Node node) {
        return truth[node.index] == Truth.NO;
    }
}
