package cn.zhengqi.matching.engine;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.Formula;
import cn.zhengqi.matching.api.match.ConditionResult.Gap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For {@link NaiveExplainer}: what is asked for, what is there, and how far apart they are: in the fact's unit and in plain words. */
final class NaiveGapWords {

    private final FactVector vector;

    NaiveGapWords(FactVector vector) {
        this.vector = vector;
    }

    /** Such as ≥ 10% or 高新技术企业. */
    String required(Comparison comparison) {
        FactDefinition fact = fact(comparison);
        String limit = value(fact, comparison.value());
        return switch (comparison.op()) {
            case AT_LEAST -> fact.kind() == FactKind.DATE ? limit + " 及以后" : "≥ " + limit;
            case MORE_THAN -> "> " + limit;
            case AT_MOST -> "≤ " + limit;
            case LESS_THAN -> "< " + limit;
            case EQUAL -> limit;
            case NOT_EQUAL -> "不是 " + limit;
            case BETWEEN -> limit;
            case IN -> limit;
            case NOT_IN -> "不属于 " + limit;
            case CONTAINS -> "有 " + limit;
            case CONTAINS_ANY -> "有其一：" + limit;
        };
    }

    /** What the enterprise has, null while it is not known. */
    @Nullable
    String actual(String name) {
        FactDefinition fact = vector.dictionary().get(name);
        int slot = vector.dictionary().slot(name);
        if (!fact.kind().numeric()) {
            return text(fact, vector.text[slot]);
        }
        double low = vector.low[slot];
        double high = vector.high[slot];
        if (low == high) {
            return number(fact, low);
        }
        if (low <= 0 && high < Double.POSITIVE_INFINITY) {
            return "不高于 " + number(fact, high);
        }
        if (low > 0 && high == Double.POSITIVE_INFINITY) {
            return "不低于 " + number(fact, low);
        }
        return null;
    }

    /** The distance to the limit, null where it cannot be told as a number. */
    @Nullable
    Gap gap(Comparison comparison) {
        FactDefinition fact = fact(comparison);
        if (!fact.kind().numeric() || fact.kind() == FactKind.BOOLEAN) {
            return null;
        }
        double distance = distance(comparison);
        if (Double.isNaN(distance) || Double.isInfinite(distance)) {
            return null;
        }
        if (fact.calculation() instanceof Formula.Since since) {
            if (!below(comparison)) {
                return null;
            }
            return Gap.toWait(
                    since.in() == Formula.Span.YEARS
                            ? BigDecimal.valueOf(daysToAge(comparison))
                            : new BigDecimal((long) distance));
        }
        String unit = fact.kind() == FactKind.DATE ? "天" : fact.unit();
        BigDecimal amount = Figures.rounded(distance, fact.kind() == FactKind.INTEGER ? 0 : 2);
        return new Gap(new BigDecimal(Figures.grouped(amount).replace(",", "")), unit == null ? "" : unit);
    }

    /** In plain words what is missing, for a comparison that is not met. */
    String words(Comparison comparison) {
        FactDefinition fact = fact(comparison);
        String words = switch (fact.kind()) {
            case BOOLEAN -> fact.label() + "：要求" + value(fact, comparison.value()) + "，现为" + actual(fact.name());
            case CHOICE, TEXT -> textGap(fact, comparison);
            case MULTI_CHOICE -> missingItems(fact, comparison);
            case NUMBER, INTEGER, DATE, YEARS -> numericGap(fact, comparison);
        };
        return comparison.hint() == null ? words : words + "。" + comparison.hint();
    }

    private String textGap(FactDefinition fact, Comparison comparison) {
        String actual = actual(fact.name());
        String limit = value(fact, comparison.value());
        boolean excluded = comparison.op() == Operator.NOT_IN || comparison.op() == Operator.NOT_EQUAL;
        return fact.label() + "为" + actual + (excluded ? "，属于不适用的范围：" : "，要求") + limit;
    }

    private String missingItems(FactDefinition fact, Comparison comparison) {
        String limit = value(fact, comparison.value());
        return comparison.value() instanceof Value.Texts several
                        && several.texts().size() > 1
                ? fact.label() + "中没有以下任何一项：" + limit
                : fact.label() + "中没有" + Words.quoted(limit);
    }

    private String numericGap(FactDefinition fact, Comparison comparison) {
        String has = actual(fact.name());
        String start = has == null ? fact.label() : fact.label() + " " + has;
        double distance = distance(comparison);
        boolean below = below(comparison);
        if (Double.isNaN(distance) || Double.isInfinite(distance)) {
            return start + "，要求 " + required(comparison);
        }
        if (fact.name().equals("ageYears") && below) {
            return start + "，还差 " + Figures.grouped(BigDecimal.valueOf(daysToAge(comparison))) + " 天";
        }
        if (distance < 1e-9) {
            return start + "，须" + (below ? "高于 " : "低于 ") + value(fact, comparison.value());
        }
        if (fact.kind() == FactKind.DATE) {
            return start + "，要求 " + required(comparison);
        }
        String verb = below ? "，还差" : "，超出";
        if (Operator.BETWEEN == comparison.op()) {
            verb = below ? "，低于下限" : "，高于上限";
        }
        String amount = "%".equals(fact.unit())
                ? Figures.grouped(Figures.rounded(distance, 2)) + " 个百分点"
                : Figures.grouped(Figures.rounded(distance, fact.kind() == FactKind.INTEGER ? 0 : 2)) + unit(fact);
        String converted = converted(fact, distance, comparison, below);
        return converted == null ? start + verb + " " + amount : start + verb + "约 " + converted;
    }

    /** A gap in percent told in people or money, where it is known of what. */
    private @Nullable String converted(FactDefinition fact, double distance, Comparison comparison, boolean below) {
        FactDefinition.Ratio ratio = fact.ratio();
        if (ratio == null) {
            return null;
        }
        double whole = vector.number(ratio.to());
        if (Double.isNaN(whole) || whole <= 0) {
            return null;
        }
        double amount = distance / 100 * whole;
        if (ratio.of() != null && limit(comparison, below) instanceof BigDecimal limit) {
            double part = vector.number(ratio.of());
            if (!Double.isNaN(part)) {
                amount = Math.abs(limit.doubleValue() / 100 * whole - part);
            }
        }
        if (ratio.unit().equals("人")) {
            // The first whole number of people that is enough.
            long people = 1;
            while (strict(comparison) ? people <= amount + 1e-9 : people < amount - 1e-9) {
                people++;
            }
            return Figures.grouped(BigDecimal.valueOf(people)) + " 人（" + Figures.grouped(Figures.rounded(distance, 2))
                    + " 个百分点）";
        }
        return Figures.grouped(Figures.rounded(amount, 2)) + " " + ratio.unit() + "（"
                + Figures.grouped(Figures.rounded(distance, 2)) + " 个百分点）";
    }

    private static @Nullable BigDecimal limit(Comparison comparison, boolean below) {
        return switch (comparison.value()) {
            case Value.Amount amount -> amount.number();
            case Value.Range range -> below ? range.from() : range.to();
            case Value.Flag ignored -> null;
            case Value.Text ignored -> null;
            case Value.Texts ignored -> null;
        };
    }

    /** Whether the fact is too small rather than too great. */
    private boolean below(Comparison comparison) {
        BigDecimal from = switch (comparison.op()) {
            case AT_LEAST, MORE_THAN, EQUAL -> limit(comparison, true);
            case BETWEEN -> limit(comparison, true);
            default -> null;
        };
        if (comparison.op() == Operator.AT_LEAST || comparison.op() == Operator.MORE_THAN) {
            return true;
        }
        return from != null && vector.high[slot(comparison)] < from.doubleValue();
    }

    private double distance(Comparison comparison) {
        int slot = slot(comparison);
        double low = vector.low[slot];
        double high = vector.high[slot];
        FactDefinition fact = fact(comparison);
        if (fact.kind() == FactKind.DATE) {
            LocalDate limit = comparison.value() instanceof Value.Text text ? FactVector.day(text.text()) : null;
            return limit == null ? Double.NaN : Math.abs(limit.toEpochDay() - low) + (strict(comparison) ? 1 : 0);
        }
        boolean below = below(comparison);
        BigDecimal limit = limit(comparison, below);
        if (limit == null) {
            return Double.NaN;
        }
        if (fact.kind() != FactKind.INTEGER || Double.isInfinite(below ? high : low)) {
            return below ? limit.doubleValue() - high : low - limit.doubleValue();
        }
        // Of a count the first one that is enough.
        double change = 0;
        double reached = below ? high : low;
        while (!meets(reached + (below ? change : -change), limit.doubleValue(), below, strict(comparison))) {
            change++;
        }
        return change;
    }

    private static boolean meets(double value, double limit, boolean below, boolean strict) {
        return (value == limit && !strict) || (below ? value > limit : value < limit);
    }

    private static boolean strict(Comparison comparison) {
        return comparison.op() == Operator.MORE_THAN || comparison.op() == Operator.LESS_THAN;
    }

    /** Days until the enterprise is as old as asked for. */
    private long daysToAge(Comparison comparison) {
        BigDecimal years = limit(comparison, true);
        double established = vector.number("established");
        if (years == null || Double.isNaN(established)) {
            return 0;
        }
        LocalDate day = LocalDate.ofEpochDay((long) established);
        long days = 0;
        while (true) {
            double age = FactVector.yearsBetween(day, vector.asOf().plusDays(days));
            if (meets(age, years.doubleValue(), true, strict(comparison))) {
                return days;
            }
            days++;
        }
    }

    /** A value that facts are compared with, as a reader writes it. */
    private String value(FactDefinition fact, Value value) {
        return switch (value) {
            case Value.Amount amount -> number(fact, amount.number().doubleValue());
            case Value.Flag flag -> flag.flag() ? "是" : "否";
            case Value.Text text -> item(fact, text.text());
            case Value.Texts texts ->
                texts.texts().stream().map(text -> item(fact, text)).collect(Collectors.joining("、"));
            case Value.Range range ->
                Figures.grouped(range.from()) + "～" + number(fact, range.to().doubleValue());
        };
    }

    private static String item(FactDefinition fact, String text) {
        return switch (fact.name()) {
            case "industryCode" -> IndustryNames.of(text);
            case "regionCode" -> RegionNames.of(text);
            default -> text;
        };
    }

    private @Nullable String text(FactDefinition fact, @Nullable Object stored) {
        return switch (stored) {
            case String single -> {
                Object given = fact.derived() ? null : vector.given(fact.name());
                yield item(fact, given instanceof String original && fact.kind() != FactKind.TEXT ? original : single);
            }
            case String[] several when fact.kind() == FactKind.MULTI_CHOICE -> held(fact, several);
            case String[] possible -> String.join("或", Arrays.asList(possible));
            case null, default -> null;
        };
    }

    private String held(FactDefinition fact, String[] normal) {
        if (normal.length == 0) {
            return "无";
        }
        List<?> given = vector.given(fact.name()) instanceof List<?> list ? list : List.of();
        return given.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private static String number(FactDefinition fact, double value) {
        return switch (fact.kind()) {
            case BOOLEAN -> value == 1 ? "是" : "否";
            case DATE -> BusinessTime.inWords(LocalDate.ofEpochDay((long) value));
            default -> Figures.grouped(Figures.rounded(value, 2)) + ("%".equals(fact.unit()) ? "%" : unit(fact));
        };
    }

    private static String unit(FactDefinition fact) {
        return fact.unit() == null ? "" : " " + fact.unit();
    }

    private FactDefinition fact(Comparison comparison) {
        return vector.dictionary().get(comparison.fact());
    }

    private int slot(Comparison comparison) {
        return vector.dictionary().slot(comparison.fact());
    }
}
