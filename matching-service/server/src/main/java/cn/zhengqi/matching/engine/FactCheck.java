package cn.zhengqi.matching.engine;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses facts that cannot be: of a wrong form, out of range, or contradicting each other ({@link Contradictions}). Unknown (null) is always fine. */
public final class FactCheck {

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_LIST = 100;

    private final FactDictionary facts;
    private final boolean derivedToo;

    public FactCheck(FactDictionary facts) {
        this(facts, false);
    }

    private FactCheck(FactDictionary facts, boolean derivedToo) {
        this.facts = facts;
        this.derivedToo = derivedToo;
    }

    /** Of an enterprise that somebody makes up: derived facts may be told too, as long as the others do not say otherwise. */
    public static FactCheck ofCases(FactDictionary facts) {
        return new FactCheck(facts, true);
    }

    /**
     * What is wrong with one fact.
     *
     * @param field the fact, or one of its years: {@code revenue[1]} is that before the newest
     * @param code FACT_UNKNOWN, FACT_NOT_EDITABLE, FACT_WRONG_KIND, FACT_OUT_OF_RANGE or FACT_INCONSISTENT
     * @param message in Chinese, for the person who typed it
     * @param between the facts that contradict each other; of a fact that is wrong by itself only that one
     */
    public record Problem(String fact, String field, String code, String message, Set<String> between) {

        Problem(String fact, String code, String message) {
            this(fact, fact, code, message, Set.of(fact));
        }

        static Problem inconsistent(String fact, String message, Set<String> between) {
            return new Problem(fact, fact, "FACT_INCONSISTENT", message, between);
        }

        Problem ofYear(int year) {
            return new Problem(fact, fact + "[" + year + "]", code, message, between);
        }
    }

    /** Checks each fact alone and all of them together. */
    public List<Problem> check(Map<String, ?> given, LocalDate asOf) {
        List<Problem> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            Problem problem = value == null ? unknownName(name) : checkOne(name, value, asOf);
            if (problem != null) {
                problems.add(problem);
            }
        });
        if (problems.isEmpty()) {
            problems.addAll(Contradictions.among(given, facts, asOf));
            if (derivedToo) {
                problems.addAll(ToldDerived.otherThanComputed(given, facts, asOf));
            }
        }
        return problems;
    }

    /**
     * The facts without those that say nothing: unknown names, wrong forms, numbers out of range, days that have not come or
     * cannot be. A choice that is not on the list is kept: it is known to be none of them. So are facts that contradict each other.
     */
    public Map<String, Object> sound(Map<String, ?> given, LocalDate asOf) {
        Map<String, Object> sound = new HashMap<>();
        given.forEach((name, value) -> {
            if (value != null && usable(name, value, checkOne(name, value, asOf))) {
                sound.put(name, normal(name, value));
            }
        });
        return sound;
    }

    /**
     * The same of facts that somebody wrote down rather than a source that has more choices than the dictionary: one that is not on the list is a
     * slip, of which nobody can say what was meant. Of several the others count.
     */
    public Map<String, Object> soundAsWritten(Map<String, ?> given, LocalDate asOf) {
        Map<String, Object> sound = sound(given, asOf);
        sound.entrySet().removeIf(it -> {
            FactDefinition fact = facts.find(it.getKey());
            return fact != null && fact.kind() == FactKind.CHOICE && checkText(fact, it.getValue()) != null;
        });
        return sound;
    }

    /** A plain number that stands for figures by year becomes the newest of them; everything else is its own form. */
    public Object normal(String name, Object value) {
        FactDefinition fact = facts.find(name);
        return fact != null && fact.readAsNewest() && value instanceof Number ? List.of(value) : value;
    }

    private boolean usable(String name, Object value, @Nullable Problem problem) {
        if (problem == null) {
            return true;
        }
        FactDefinition fact = facts.find(name);
        if (fact == null || (fact.derived() && !derivedToo)) {
            return false;
        }
        return switch (fact.kind()) {
            case CHOICE -> value instanceof String;
            case MULTI_CHOICE -> value instanceof List<?> list && areItems(list);
            case INTEGER -> problem.code().equals("FACT_WRONG_KIND") && value instanceof Number;
            case YEARS -> {
                Integer years = fact.years();
                yield value instanceof List<?> list
                        && years != null
                        && list.size() > years
                        && checkYears(fact, list.subList(0, years)) == null;
            }
            case NUMBER, BOOLEAN, TEXT, DATE -> false;
        };
    }

    private @Nullable Problem unknownName(String name) {
        return facts.find(name) == null ? new Problem(name, "FACT_UNKNOWN", "没有名为 " + name + " 的指标") : null;
    }

    private @Nullable Problem checkOne(String name, Object value, LocalDate asOf) {
        FactDefinition fact = facts.find(name);
        if (fact == null) {
            return unknownName(name);
        }
        if (fact.derived() && !derivedToo) {
            return new Problem(name, "FACT_NOT_EDITABLE", fact.label() + "由其他指标计算得出，不能填写");
        }
        return switch (fact.kind()) {
            case NUMBER, INTEGER -> checkNumber(fact, value);
            case BOOLEAN -> value instanceof Boolean ? null : wrongKind(fact, "是或否");
            case DATE -> checkDay(fact, value, asOf);
            // As a number a code would have lost the zero that it begins with.
            case TEXT -> value instanceof String ? checkText(fact, value) : wrongKind(fact, "代码");
            case CHOICE -> value instanceof String ? checkText(fact, value) : wrongKind(fact, "选项");
            case MULTI_CHOICE -> checkItems(fact, value);
            case YEARS -> checkYears(fact, value);
        };
    }

    private static @Nullable Problem checkNumber(FactDefinition fact, Object value) {
        if (!(value instanceof Number number)) {
            return wrongKind(fact, "数字");
        }
        double plain = number.doubleValue();
        if (Double.isNaN(plain) || Double.isInfinite(plain)) {
            return wrongKind(fact, "数字");
        }
        if (fact.kind() == FactKind.INTEGER && plain != Math.rint(plain)) {
            return wrongKind(fact, "整数");
        }
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        if ((min != null && plain < min.doubleValue()) || (max != null && plain > max.doubleValue())) {
            String unit = fact.unit() == null ? "" : " " + fact.unit();
            String range = max == null
                    ? "不小于 " + Figures.grouped(min == null ? BigDecimal.ZERO : min) + unit
                    : "在 " + (min == null ? "负数" : Figures.grouped(min)) + " 到 " + Figures.grouped(max) + unit + " 之间";
            return new Problem(fact.name(), "FACT_OUT_OF_RANGE", fact.label() + "应" + range);
        }
        return null;
    }

    private static @Nullable Problem checkDay(FactDefinition fact, Object value, LocalDate asOf) {
        LocalDate day = FactVector.day(value);
        if (day == null) {
            return wrongKind(fact, "日期（如 2020-05-10）");
        }
        if (day.isAfter(asOf) || day.getYear() < 1900) {
            return new Problem(
                    fact.name(), "FACT_OUT_OF_RANGE", fact.label() + "应在 1900 年之后且不晚于 " + BusinessTime.inWords(asOf));
        }
        return null;
    }

    private static @Nullable Problem checkText(FactDefinition fact, Object value) {
        String text = value.toString();
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            return new Problem(fact.name(), "FACT_OUT_OF_RANGE", fact.label() + "应为 1 到 " + LONGEST_TEXT + " 个字");
        }
        String code = fact.kind() == FactKind.TEXT ? CodeNames.insteadOf(fact.name(), text) : null;
        if (code != null) {
            return new Problem(fact.name(), "FACT_OUT_OF_RANGE", fact.label() + "应为" + code);
        }
        if (fact.kind() == FactKind.CHOICE && !fact.choices().contains(text)) {
            return new Problem(
                    fact.name(), "FACT_OUT_OF_RANGE", fact.label() + "应为以下之一：" + String.join("、", fact.choices()));
        }
        return null;
    }

    private static @Nullable Problem checkItems(FactDefinition fact, Object value) {
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            return wrongKind(fact, "列表");
        }
        if (!areItems(list)) {
            return new Problem(fact.name(), "FACT_OUT_OF_RANGE", fact.label() + "的项数或文字过长");
        }
        List<String> unknown = list.stream()
                .map(String::valueOf)
                .filter(item -> !fact.choices().contains(item))
                .toList();
        return unknown.isEmpty()
                ? null
                : new Problem(
                        fact.name(),
                        "FACT_OUT_OF_RANGE",
                        fact.label() + "没有"
                                + unknown.stream().map(Words::quoted).collect(Collectors.joining()) + "，应为以下各项："
                                + String.join("、", fact.choices()));
    }

    private static boolean areItems(List<?> list) {
        return list.size() <= LONGEST_LIST
                && list.stream().allMatch(item -> item instanceof String text && text.length() <= LONGEST_TEXT);
    }

    private static @Nullable Problem checkYears(FactDefinition fact, Object value) {
        if (value instanceof Number && fact.readAsNewest()) {
            return checkNumber(fact, value);
        }
        if (!(value instanceof List<?> list)) {
            return wrongKind(fact, "各年数字的列表");
        }
        Integer years = fact.years();
        if (years != null && list.size() > years) {
            return new Problem(fact.name(), "FACT_OUT_OF_RANGE", fact.label() + "最多 " + years + " 年");
        }
        for (int year = 0; year < list.size(); year++) {
            Object figure = list.get(year);
            Problem problem = figure == null ? null : checkNumber(fact, figure);
            if (problem != null) {
                return problem.ofYear(year);
            }
        }
        return null;
    }

    private static Problem wrongKind(FactDefinition fact, String expected) {
        return new Problem(fact.name(), "FACT_WRONG_KIND", fact.label() + "应为" + expected);
    }
}
