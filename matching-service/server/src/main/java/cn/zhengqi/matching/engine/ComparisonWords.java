package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison in words, and how far an enterprise is from meeting it: in the fact's unit and in plain words. */
final class ComparisonWords implements Wording {

    private static final int NONE = -1;

    private final FactDefinition fact;
    final int slot;
    private final Comparison comparison;
    private final String label;
    private final @Nullable String clause;
    private final @Nullable String place;
    private final boolean certain;
    private final @Nullable String hint;
    private final String limit;
    private final String required;
    private final String named;

    /** What has to be reached, NaN where there is no such number. */
    private final double least;

    /** What must not be exceeded, NaN where there is no such number. */
    private final double most;

    /** Whether it can only be too small, as for ≥. */
    private final boolean onlyBelow;

    private final boolean whole;

    /** Whether it is about the age of the enterprise, which is told in days. */
    private final boolean age;

    private final boolean measured;
    private final String verbBelow;
    private final String verbAbove;
    private final String distanceUnit;
    private final String gapUnit;

    /** Of a share: the slots of its whole and of its part, {@link #NONE} where there are none. */
    private final int wholeSlot;

    private final int partSlot;
    private final boolean people;
    private final String shareUnit;

    private volatile @Nullable ConditionResult unknown;

    ComparisonWords(FactDictionary facts, Comparison comparison) {
        this.comparison = comparison;
        fact = facts.get(comparison.fact());
        slot = facts.slot(comparison.fact());
        label = comparison.label() == null ? fact.label() : comparison.label();
        Clause source = comparison.clause();
        clause = source == null ? null : source.text();
        place = source == null ? null : source.place();
        certain = source == null || source.certain();
        hint = comparison.hint();
        age = fact.name().equals("ageYears");
        measured = fact.kind().numeric() && fact.kind() != FactKind.BOOLEAN;
        limit = ValueWords.value(fact, comparison.value());
        required = ValueWords.required(fact, comparison);
        named = comparison.label() == null ? fact.label() + " " + required : comparison.label();
        Operator op = comparison.op();
        onlyBelow = op == Operator.AT_LEAST || op == Operator.MORE_THAN;
        boolean hasLeast = onlyBelow || op == Operator.EQUAL || op == Operator.BETWEEN;
        least = hasLeast ? limit(comparison.value(), true) : Double.NaN;
        most = limit(comparison.value(), false);
        whole = fact.kind() == FactKind.INTEGER;
        verbBelow = op == Operator.BETWEEN ? "，低于下限" : "，还差";
        verbAbove = op == Operator.BETWEEN ? "，高于上限" : "，超出";
        distanceUnit = "%".equals(fact.unit()) ? " 个百分点" : ValueWords.unit(fact);
        gapUnit = fact.kind() == FactKind.DATE ? "天" : fact.unit() == null ? "" : fact.unit();
        FactDefinition.Ratio ratio = fact.ratio();
        wholeSlot = ratio == null ? NONE : facts.slot(ratio.to());
        partSlot = ratio == null || ratio.of() == null ? NONE : facts.slot(ratio.of());
        people = ratio != null && ratio.unit().equals("人");
        shareUnit = ratio == null ? "" : " " + ratio.unit() + "（";
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
    public String label() {
        return label;
    }

    @Override
    public @Nullable String clause() {
        return clause;
    }

    @Override
    public @Nullable String place() {
        return place;
    }

    @Override
    public boolean certain() {
        return certain;
    }

    @Override
    public String required() {
        return required;
    }

    @Override
    public String named() {
        return named;
    }

    /**
     * What is told where nothing is known of a fact that is known by itself: the same for every enterprise.
     *
     * @param missing the reference to that fact
     */
    ConditionResult unknown(List<FactRef> missing) {
        ConditionResult known = unknown;
        if (known == null) {
            known = new ConditionResult(
                    label,
                    clause(),
                    place(),
                    Outcome.UNKNOWN,
                    required,
                    null,
                    null,
                    null,
                    certain(),
                    missing,
                    null,
                    null,
                    null,
                    null);
            // Whoever comes second makes the same.
            unknown = known;
        }
        return known;
    }

    /** The distance to the limit, null where it cannot be told as a number. */
    @Nullable
    Gap gap(FactVector vector) {
        if (!measured) {
            return null;
        }
        double distance = distance(vector, below(vector));
        if (Double.isNaN(distance) || Double.isInfinite(distance)) {
            return null;
        }
        return age
                ? new Gap(BigDecimal.valueOf(daysToAge(vector)), "天")
                : new Gap(Figures.amount(distance, whole), gapUnit);
    }

    /** In plain words what is missing, where it is not met. */
    String gapText(FactWords facts) {
        String words = switch (fact.kind()) {
            case BOOLEAN -> fact.label() + "：要求" + limit + "，现为" + facts.actual(slot);
            case CHOICE, TEXT -> fact.label() + "为" + facts.actual(slot) + (excludes() ? "，属于不适用的范围：" : "，要求") + limit;
            case MULTI_CHOICE -> missingItems();
            case NUMBER, INTEGER, DATE, YEARS -> numericGap(facts);
        };
        return hint == null ? words : words + "。" + hint;
    }

    private boolean excludes() {
        return comparison.op() == Operator.NOT_IN || comparison.op() == Operator.NOT_EQUAL;
    }

    private String missingItems() {
        return comparison.value() instanceof Value.Texts several
                        && several.texts().size() > 1
                ? fact.label() + "中没有以下任何一项：" + limit
                : fact.label() + "中没有" + Words.quoted(limit);
    }

    private String numericGap(FactWords facts) {
        FactVector vector = facts.vector();
        String start = facts.start(slot);
        boolean below = below(vector);
        double distance = distance(vector, below);
        if (Double.isNaN(distance) || Double.isInfinite(distance)) {
            return start + "，要求 " + required;
        }
        if (distance < 1e-9) {
            return start + (below ? "，须高于 " : "，须低于 ") + limit;
        }
        if (below && age) {
            return start + "，还差 " + Figures.of(daysToAge(vector), true) + " 天";
        }
        if (fact.kind() == FactKind.DATE) {
            return start + "，要求 " + required;
        }
        String verb = below ? verbBelow : verbAbove;
        double total = wholeSlot == NONE ? Double.NaN : vector.number(wholeSlot);
        if (Double.isNaN(total) || total <= 0) {
            return start + verb + " " + Figures.of(distance, whole) + distanceUnit;
        }
        return share(start + verb + "约 ", distance, amountOf(vector, total, distance, below));
    }

    /** A gap in percent told in people or money. */
    private String share(String start, double distance, double amount) {
        String told = people ? Figures.of(Math.max(1, Math.ceil(amount - 1e-9)), true) : Figures.of(amount, false);
        return start + told + shareUnit + Figures.of(distance, false) + " 个百分点）";
    }

    private double amountOf(FactVector vector, double total, double distance, boolean below) {
        double part = partSlot == NONE ? Double.NaN : vector.number(partSlot);
        double wanted = below ? least : most;
        return Double.isNaN(part) || Double.isNaN(wanted)
                ? distance / 100 * total
                : Math.abs(wanted / 100 * total - part);
    }

    /** Whether the fact is too small rather than too great. */
    private boolean below(FactVector vector) {
        return onlyBelow || vector.high[slot] < least;
    }

    private double distance(FactVector vector, boolean below) {
        if (fact.kind() == FactKind.DATE) {
            LocalDate day = comparison.value() instanceof Value.Text text ? FactVector.day(text.text()) : null;
            return day == null ? Double.NaN : Math.abs(day.toEpochDay() - vector.low[slot]);
        }
        return below ? least - vector.high[slot] : vector.low[slot] - most;
    }

    /** Days until the enterprise is as old as asked for. */
    private long daysToAge(FactVector vector) {
        double established = vector.number("established");
        if (Double.isNaN(least) || Double.isNaN(established)) {
            return 0;
        }
        LocalDate due = LocalDate.ofEpochDay((long) established)
                .plusYears((long) least)
                .plusDays(Math.round((least - (long) least) * 365));
        return Math.max(0, ChronoUnit.DAYS.between(vector.asOf(), due));
    }
}
