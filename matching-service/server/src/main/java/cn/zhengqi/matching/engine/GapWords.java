package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.Formula;
import java.util.HashMap;
import java.util.Map;

/**
 * How it is told that a fact is too small or too great, whatever the limit is. Hundreds of comparisons that differ in their limits share one, so that little is
 * read from memory for each sentence.
 */
final class GapWords {

    static final int NONE = -1;

    final FactKind kind;
    final int slot;

    /** Whether it can only be too small, as for ≥. */
    final boolean onlyBelow;

    final boolean whole;

    /** Whether the limit itself is not enough. */
    final boolean strict;

    /** Whether the course of time raises it, so that what it falls short by is waited for. */
    final boolean grows;

    /** The slot of the day since which it is counted in years, whose gap is told in days; {@link #NONE} for all others. */
    final int yearsSince;

    /** Whether it is told in figures how far the fact is from the limit. */
    final boolean numeric;

    /** Whether that is a number to reckon with too. */
    final boolean measured;

    final boolean people;

    /** Of a share: the slots of its whole and of its part, {@link #NONE} where there are none. */
    final int wholeSlot;

    final int partSlot;
    final Distance below;
    final Distance above;
    final String unit;
    final String shareUnit;

    /** What follows the figures of a distance: its unit, and the hint. */
    final String afterDistance;

    final String afterDays;
    final String afterShare;

    /** The hint, after a full stop; empty where there is none. */
    final String hinted;

    private GapWords(FactDictionary facts, Key of) {
        FactDefinition fact = facts.get(of.fact());
        kind = fact.kind();
        slot = facts.slot(of.fact());
        hinted = of.hinted();
        onlyBelow = of.op() == Operator.AT_LEAST || of.op() == Operator.MORE_THAN;
        whole = kind == FactKind.INTEGER;
        strict = of.op() == Operator.MORE_THAN || of.op() == Operator.LESS_THAN;
        Formula.Since since = fact.calculation() instanceof Formula.Since running ? running : null;
        grows = since != null;
        yearsSince = since != null && since.in() == Formula.Span.YEARS ? facts.slot(since.fact()) : NONE;
        measured = kind.numeric() && kind != FactKind.BOOLEAN;
        numeric = measured || kind == FactKind.YEARS;
        below = of.op() == Operator.BETWEEN ? Distance.BELOW_RANGE : Distance.SHORT;
        above = of.op() == Operator.BETWEEN ? Distance.ABOVE_RANGE : Distance.BEYOND;
        afterDistance = ("%".equals(fact.unit()) ? " 个百分点" : ValueWords.unit(fact)) + hinted;
        afterDays = " 天" + hinted;
        afterShare = " 个百分点）" + hinted;
        unit = kind == FactKind.DATE ? "天" : fact.unit() == null ? "" : fact.unit();
        FactDefinition.Ratio ratio = fact.ratio();
        wholeSlot = ratio == null ? NONE : facts.slot(ratio.to());
        partSlot = ratio == null || ratio.of() == null ? NONE : facts.slot(ratio.of());
        people = ratio != null && ratio.unit().equals("人");
        shareUnit = ratio == null ? "" : " " + ratio.unit() + "（";
    }

    private record Key(String fact, Operator op, String hinted) {}

    /** Those of a book, each made once. */
    static final class Shared {

        private final FactDictionary facts;
        private final Map<Key, GapWords> made = new HashMap<>();

        Shared(FactDictionary facts) {
            this.facts = facts;
        }

        FactDictionary facts() {
            return facts;
        }

        GapWords of(Comparison comparison) {
            String hint = comparison.hint();
            Key key = new Key(comparison.fact(), comparison.op(), hint == null ? "" : "。" + hint);
            return made.computeIfAbsent(key, of -> new GapWords(facts, of));
        }
    }
}
