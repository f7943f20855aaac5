package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import cn.zhengqi.matching.engine.FactRefs.Missing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison in words, and how far an enterprise is from meeting it: in the fact's unit and in plain words. */
final class ComparisonWords extends Wording {

    private final GapWords gaps;
    final int slot;

    /** The day of a comparison with a day, NaN for all others. */
    private final double day;

    /** What has to be reached, NaN where there is no such number. */
    private final double least;

    /** What must not be exceeded, NaN where there is no such number. */
    private final double most;

    /** The same as the fact meets it: of counts the next whole number that does, of all others the limit. */
    private final double nearestAbove;

    private final double nearestBelow;

    private final String required;
    private final String limit;

    /** What is told of a fact that is no number, up to what the enterprise has, and after it. */
    private final String beforeActual;

    private final String afterActual;
    private final Comparison comparison;
    private volatile @Nullable ConditionResult unknown;

    ComparisonWords(GapWords.Shared shared, Comparison comparison) {
        FactDefinition fact = shared.facts().get(comparison.fact());
        String own = comparison.label();
        String required = ValueWords.required(fact, comparison);
        super(
                Wording.asked(own == null ? fact.label() : own, comparison.clause(), required),
                own == null ? fact.label() + " " + required : own);
        this.comparison = comparison;
        this.required = required;
        gaps = shared.of(comparison);
        slot = gaps.slot;
        limit = ValueWords.value(fact, comparison.value());
        Operator op = comparison.op();
        boolean hasLeast = gaps.onlyBelow || op == Operator.EQUAL || op == Operator.BETWEEN;
        least = hasLeast ? limit(comparison.value(), true) : Double.NaN;
        most = limit(comparison.value(), false);
        nearestAbove = gaps.whole ? (gaps.strict ? Math.floor(least) + 1 : Math.ceil(least)) : least;
        nearestBelow = gaps.whole ? (gaps.strict ? Math.ceil(most) - 1 : Math.floor(most)) : most;
        LocalDate date = gaps.kind == FactKind.DATE && comparison.value() instanceof Value.Text text
                ? FactVector.day(text.text())
                : null;
        day = date == null ? Double.NaN : date.toEpochDay();
        boolean excludes = op == Operator.NOT_IN || op == Operator.NOT_EQUAL;
        beforeActual = switch (fact.kind()) {
            case BOOLEAN -> fact.label() + "：要求" + limit + "，现为";
            case CHOICE, TEXT -> fact.label() + "为";
            case MULTI_CHOICE, NUMBER, INTEGER, DATE, YEARS -> "";
        };
        afterActual = switch (fact.kind()) {
            case BOOLEAN -> gaps.hinted;
            case CHOICE, TEXT -> (excludes ? "，属于不适用的范围：" : "，要求") + limit + gaps.hinted;
            case MULTI_CHOICE -> missingItems(fact) + gaps.hinted;
            case NUMBER, INTEGER, DATE, YEARS -> "";
        };
    }

    private static double limit(Value value, boolean below) {
        return switch (value) {
            case Value.Amount amount -> amount.number().doubleValue();
            case Value.Range range -> (below ? range.from() : range.to()).doubleValue();
            case Value.Flag ignored -> Double.NaN;
            case Value.Text ignored -> Double.NaN;
            case Value.Texts ignored -> Double.NaN;
        };
    }

    @Override
    boolean settled() {
        return true;
    }

    @Override
    ConditionResult tell(Node node, Explainer explainer) {
        return explainer.comparison(node, this);
    }

    @Override
    void gather(Node node, MissingFacts missing) {
        missing.gather(slot);
    }

    /** @param truth of it for the enterprise whose facts these are */
    ConditionResult tell(byte truth, FactWords facts) {
        if (truth != Truth.OPEN) {
            return tell(truth, asked(), facts);
        }
        Missing missing = facts.missing(slot);
        return facts.actual(slot) == null && facts.askedAlone(slot) ? unknown(missing) : open(asked(), facts, missing);
    }

    /** @param called what it asks, under the name by which it is told */
    ConditionResult tell(byte truth, Requirement called, FactWords facts) {
        return switch (truth) {
            case Truth.YES -> told(called, Outcome.MET, facts.actual(slot), null, null, List.of());
            case Truth.OPEN -> open(called, facts, facts.missing(slot));
            default -> failed(called, facts);
        };
    }

    /** What is told where nothing is known of a fact that is known by one alone: the same for every enterprise. */
    private ConditionResult unknown(Missing missing) {
        ConditionResult known = unknown;
        if (known == null) {
            known = told(asked(), Outcome.UNKNOWN, null, null, null, missing.refs());
            // Whoever comes second makes the same.
            unknown = known;
        }
        return known;
    }

    private ConditionResult open(Requirement called, FactWords facts, Missing missing) {
        return told(called, Outcome.UNKNOWN, facts.actual(slot), null, null, missing.refs());
    }

    private ConditionResult failed(Requirement called, FactWords facts) {
        if (!gaps.numeric) {
            return told(called, Outcome.NOT_MET, facts.actual(slot), null, gapText(facts), List.of());
        }
        FactVector vector = facts.vector();
        boolean tooSmall = below(vector);
        double distance = distance(vector, tooSmall);
        return told(
                called,
                Outcome.NOT_MET,
                facts.actual(slot),
                gap(vector, tooSmall, distance),
                numericGap(facts, tooSmall, distance),
                List.of());
    }

    private ConditionResult told(
            Requirement called,
            Outcome outcome,
            @Nullable String actual,
            @Nullable Gap gap,
            @Nullable String gapText,
            List<FactRef> missing) {
        return new ConditionResult(called, outcome, actual, gap, gapText, missing, null);
    }

    /** The distance to the limit, null where it cannot be told as a number. */
    @Nullable
    Gap gap(FactVector vector) {
        if (!gaps.measured) {
            return null;
        }
        boolean tooSmall = below(vector);
        return gap(vector, tooSmall, distance(vector, tooSmall));
    }

    private @Nullable Gap gap(FactVector vector, boolean tooSmall, double distance) {
        if (!gaps.measured || Double.isNaN(distance) || Double.isInfinite(distance)) {
            return null;
        }
        if (gaps.grows && tooSmall) {
            return Gap.toWait(
                    gaps.yearsSince == GapWords.NONE
                            ? Figures.amount(distance, gaps.whole)
                            : BigDecimal.valueOf(daysToAge(vector)));
        }
        // Nobody grows younger: there is no step that a number could tell.
        return gaps.grows ? null : new Gap(Figures.amount(distance, gaps.whole), gaps.unit);
    }

    /** In plain words what is missing, where it is not met. */
    String gapText(FactWords facts) {
        return switch (gaps.kind) {
            case BOOLEAN, CHOICE, TEXT -> beforeActual + facts.actual(slot) + afterActual;
            case MULTI_CHOICE -> afterActual;
            case NUMBER, INTEGER, DATE, YEARS -> {
                boolean tooSmall = below(facts.vector());
                yield numericGap(facts, tooSmall, distance(facts.vector(), tooSmall));
            }
        };
    }

    private String missingItems(FactDefinition fact) {
        return comparison.value() instanceof Value.Texts several
                        && several.texts().size() > 1
                ? fact.label() + "中没有以下任何一项：" + limit
                : fact.label() + "中没有" + Words.quoted(limit);
    }

    private String numericGap(FactWords facts, boolean tooSmall, double distance) {
        FactVector vector = facts.vector();
        if (Double.isNaN(distance) || Double.isInfinite(distance)) {
            return facts.start(slot) + "，要求 " + required + gaps.hinted;
        }
        if (tooSmall && gaps.yearsSince != GapWords.NONE) {
            return facts.before(slot, Distance.SHORT) + Figures.of(daysToAge(vector), true) + gaps.afterDays;
        }
        if (distance < 1e-9) {
            return facts.start(slot) + (tooSmall ? "，须高于 " : "，须低于 ") + limit + gaps.hinted;
        }
        if (gaps.kind == FactKind.DATE) {
            return facts.start(slot) + "，要求 " + required + gaps.hinted;
        }
        Distance figures = tooSmall ? gaps.below : gaps.above;
        double total = gaps.wholeSlot == GapWords.NONE ? Double.NaN : vector.number(gaps.wholeSlot);
        if (Double.isNaN(total) || total <= 0) {
            return Figures.between(facts.before(slot, figures), distance, gaps.whole, gaps.afterDistance);
        }
        // A gap in percent is told in people or money.
        double amount = amountOf(vector, total, distance, tooSmall);
        String told = gaps.people ? Figures.of(people(amount), true) : Figures.of(amount, false);
        return facts.before(slot, figures.about())
                + told
                + gaps.shareUnit
                + Figures.of(distance, false)
                + gaps.afterShare;
    }

    /** Of people who are missing or too many: whole ones, and one more where as many as that only come to the limit. */
    private double people(double amount) {
        return gaps.strict ? Math.floor(amount + 1e-9) + 1 : Math.max(1, Math.ceil(amount - 1e-9));
    }

    private double amountOf(FactVector vector, double total, double distance, boolean below) {
        double part = gaps.partSlot == GapWords.NONE ? Double.NaN : vector.number(gaps.partSlot);
        double wanted = below ? least : most;
        return Double.isNaN(part) || Double.isNaN(wanted)
                ? distance / 100 * total
                : Math.abs(wanted / 100 * total - part);
    }

    /** Whether the fact is too small rather than too great. */
    private boolean below(FactVector vector) {
        return gaps.onlyBelow || vector.high[slot] < least;
    }

    private double distance(FactVector vector, boolean below) {
        if (gaps.kind == FactKind.DATE) {
            return Math.abs(day - vector.low[slot]) + (gaps.strict ? 1 : 0);
        }
        return below ? nearestAbove - vector.high[slot] : vector.low[slot] - nearestBelow;
    }

    /** Days until it is as long ago as asked for, and one more where that is not enough. */
    private long daysToAge(FactVector vector) {
        double since = vector.number(gaps.yearsSince);
        if (Double.isNaN(least) || Double.isNaN(since)) {
            return 0;
        }
        LocalDate day = LocalDate.ofEpochDay((long) since);
        LocalDate whole = day.plusYears((long) least);
        // The part of a year counts by its days, as the age itself does.
        double rest = (least - (long) least) * ChronoUnit.DAYS.between(whole, day.plusYears((long) least + 1));
        LocalDate due = whole.plusDays((long) (gaps.strict ? Math.floor(rest + 1e-6) + 1 : Math.ceil(rest - 1e-6)));
        return Math.max(0, ChronoUnit.DAYS.between(vector.asOf(), due));
    }
}
