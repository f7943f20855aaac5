package cn.zhengqi.matching.engine;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses facts that cannot be: of a wrong form, out of range, or contradicting each other. Unknown (null) is always fine. */
public final class FactCheck {

    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_LIST = 100;

    /** A profit or an expense that is more often in the revenue of its year than this is a slip of the unit. */
    private static final int MOST_TIMES_THE_REVENUE = 10;

    /** 万元: a holding lives on other income than revenue, so a gain up to here is believed beside any revenue. */
    private static final double GAIN_BESIDE_ANY_REVENUE = 1_000;

    /** 万元: who develops before there is anything to sell spends, and loses, far more than its revenue. */
    private static final double SPENT_BESIDE_ANY_REVENUE = 10_000;

    /** 万元 a year: who began to sell late in a year sells in a month what it sold in all of that year. */
    private static final double SALES_BESIDE_ANY_REVENUE = 10_000;

    private static final int MONTHS_OF_A_YEAR = 12;

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

        private Problem ofYear(int year) {
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
            atMost(given, "insured", "employees", problems);
            atMost(given, "rdStaff", "employees", problems);
            atMost(given, "disabledCount", "employees", problems);
            atMost(given, "hiresKeyGroup", "employees", problems);
            atMost(given, "hiresVeterans", "employees", problems);
            atMost(given, "hiresGraduates", "employees", problems);
            atMost(given, "class1IpSelfDeveloped", "class1Ip", problems);
            atMost(given, "class1IpHighValue", "class1Ip", problems);
            atMost(given, "class1IpMainProduct", "class1Ip", problems);
            notBeforeFoundation(given, asOf, problems);
            sinceFoundation(given, "taxYears", ChronoUnit.YEARS, asOf, problems);
            sinceFoundation(given, "nicheYears", ChronoUnit.YEARS, asOf, problems);
            sinceFoundation(given, "unemploymentInsuranceMonths", ChronoUnit.MONTHS, asOf, problems);
            besideRevenue(given, "totalProfit", GAIN_BESIDE_ANY_REVENUE, asOf, problems);
            besideRevenue(given, "netProfit", GAIN_BESIDE_ANY_REVENUE, asOf, problems);
            besideRevenue(given, "rdExpense", SPENT_BESIDE_ANY_REVENUE, asOf, problems);
            besideRevenue(given, "taxableIncome", GAIN_BESIDE_ANY_REVENUE, asOf, problems);
            salesBesideRevenue(given, asOf, problems);
            asComputed(given, asOf, problems);
        }
        return problems;
    }

    /** What is told of a derived fact is what the others come to, as exactly as it is told. */
    private void asComputed(Map<String, ?> given, LocalDate asOf, List<Problem> problems) {
        if (!derivedToo) {
            return;
        }
        FactVector computed = FactVector.of(facts, given, asOf);
        FactVector told = FactVector.ofCase(facts, given, asOf);
        given.forEach((name, value) -> {
            FactDefinition fact = facts.get(name);
            if (fact.derived() && value != null && computed.known(name) && !same(fact, value, told, computed)) {
                problems.add(new Problem(
                        fact.name(),
                        fact.name(),
                        "FACT_INCONSISTENT",
                        fact.label() + "与其他数据不一致：按其他数据计算为" + words(fact, computed) + "，请改为一致或去掉其中一项",
                        facts.basis(fact.name())));
            }
        });
    }

    private static boolean same(FactDefinition fact, Object value, FactVector told, FactVector computed) {
        String name = fact.name();
        if (!fact.kind().numeric()) {
            return Objects.equals(told.text(name), computed.text(name));
        }
        if (!(value instanceof Number)) {
            return told.number(name) == computed.number(name);
        }
        BigDecimal number = new BigDecimal(value.toString());
        return BigDecimal.valueOf(computed.number(name))
                        .setScale(number.scale(), RoundingMode.HALF_UP)
                        .compareTo(number)
                == 0;
    }

    private static String words(FactDefinition fact, FactVector computed) {
        String text = computed.text(fact.name());
        return text == null
                ? ValueWords.number(fact, computed.number(fact.name()))
                : Words.quoted(ValueWords.item(fact, text));
    }

    /**
     * The facts without those that say nothing: unknown names, wrong forms, numbers out of range. A choice that is not on the
     * list is kept: it is known to be none of them. So are days that cannot be, and facts that contradict each other.
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
            case DATE -> FactVector.day(value) != null;
            case YEARS -> {
                Integer years = fact.years();
                yield value instanceof List<?> list
                        && years != null
                        && list.size() > years
                        && checkYears(fact, list.subList(0, years)) == null;
            }
            case NUMBER, BOOLEAN, TEXT -> false;
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
            case TEXT ->
                value instanceof String || value instanceof Integer ? checkText(fact, value) : wrongKind(fact, "代码");
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
                    ? "不小于 " + grouped(min == null ? BigDecimal.ZERO : min) + unit
                    : "在 " + (min == null ? "负数" : grouped(min)) + " 到 " + grouped(max) + unit + " 之间";
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

    /** Figures by year are those of full calendar years, the newest of which is the last one. */
    private static int calendarYear(LocalDate asOf, int year) {
        return asOf.getYear() - 1 - year;
    }

    /** There is nothing to tell of a year in which there was no enterprise; zero says no more than that. */
    private void notBeforeFoundation(Map<String, ?> given, LocalDate asOf, List<Problem> problems) {
        LocalDate founded = FactVector.day(given.get("established"));
        if (founded == null) {
            return;
        }
        given.forEach((name, value) -> {
            FactDefinition fact = facts.get(name);
            List<?> figures = fact.kind() == FactKind.YEARS ? figures(value) : List.of();
            for (int year = 0; year < figures.size(); year++) {
                int calendarYear = calendarYear(asOf, year);
                if (calendarYear < founded.getYear()
                        && figures.get(year) instanceof Number figure
                        && figure.doubleValue() != 0) {
                    problems.add(new Problem(
                                    fact.name(),
                                    fact.name(),
                                    "FACT_INCONSISTENT",
                                    name(fact) + "填写了 " + calendarYear + " 年的数据，而企业成立于 " + BusinessTime.inWords(founded)
                                            + "，成立以前的年份请留空",
                                    Set.of(fact.name(), "established"))
                            .ofYear(year));
                    return;
                }
            }
        });
    }

    /** Nothing lasts longer than the enterprise; the year or month of the foundation counts, and that of today. */
    private void sinceFoundation(
            Map<String, ?> given, String name, ChronoUnit unit, LocalDate asOf, List<Problem> problems) {
        LocalDate founded = FactVector.day(given.get("established"));
        if (founded == null || !(given.get(name) instanceof Number told)) {
            return;
        }
        long longest = 1
                + (unit == ChronoUnit.YEARS
                        ? asOf.getYear() - founded.getYear()
                        : unit.between(YearMonth.from(founded), YearMonth.from(asOf)));
        if (told.doubleValue() > longest) {
            FactDefinition fact = facts.get(name);
            problems.add(new Problem(
                    name,
                    name,
                    "FACT_INCONSISTENT",
                    fact.label() + "（" + grouped(told) + "）不能大于企业成立以来的" + (unit == ChronoUnit.YEARS ? "年数" : "月数") + "（"
                            + grouped(longest) + "，企业成立于 " + BusinessTime.inWords(founded) + "）",
                    Set.of(name, "established")));
        }
    }

    /**
     * A profit or an expense and the revenue of the same year have to be of one world: else the unit was mistaken. What is told of
     * one year only is told of the newest.
     *
     * @param beside 万元, believed beside any revenue
     */
    private void besideRevenue(
            Map<String, ?> given, String name, double beside, LocalDate asOf, List<Problem> problems) {
        FactDefinition fact = facts.get(name);
        boolean byYear = fact.kind() == FactKind.YEARS;
        List<?> amounts = figures(given.get(name));
        List<?> revenues = figures(given.get("revenue"));
        for (int year = 0; year < Math.min(amounts.size(), revenues.size()); year++) {
            if (amounts.get(year) instanceof Number amount
                    && revenues.get(year) instanceof Number revenue
                    && implausible(amount.doubleValue(), revenue.doubleValue(), beside)) {
                int calendarYear = calendarYear(asOf, year);
                Problem problem = new Problem(
                        name,
                        name,
                        "FACT_INCONSISTENT",
                        (byYear ? calendarYear + " 年" : "") + name(fact) + " " + grouped(amount) + " 万元，"
                                + (amount.doubleValue() < 0 ? "亏损" : "") + "超过"
                                + (byYear ? "当年" : " " + calendarYear + " 年") + manyTimes(revenue),
                        Set.of(name, "revenue"));
                problems.add(byYear ? problem.ofYear(year) : problem);
                return;
            }
        }
    }

    /** What is sold in a month, twelve times, and the revenue of the newest full year. */
    private void salesBesideRevenue(Map<String, ?> given, LocalDate asOf, List<Problem> problems) {
        List<?> revenues = figures(given.get("revenue"));
        if (!revenues.isEmpty()
                && revenues.getFirst() instanceof Number revenue
                && given.get("monthlySales") instanceof Number sales) {
            double yearly = MONTHS_OF_A_YEAR * sales.doubleValue();
            if (implausible(yearly, revenue.doubleValue(), SALES_BESIDE_ANY_REVENUE)) {
                problems.add(new Problem(
                        "monthlySales",
                        "monthlySales",
                        "FACT_INCONSISTENT",
                        facts.get("monthlySales").label() + " " + grouped(sales) + " 万元，按 " + MONTHS_OF_A_YEAR
                                + " 个月折算，超过 " + calendarYear(asOf, 0) + " 年" + manyTimes(revenue),
                        Set.of("monthlySales", "revenue")));
            }
        }
    }

    private static String manyTimes(Number revenue) {
        return "营业收入 " + grouped(revenue) + " 万元的 " + MOST_TIMES_THE_REVENUE + " 倍，请核对数字和单位（万元）";
    }

    private static boolean implausible(double amount, double revenue, double beside) {
        double believed = amount < 0 ? SPENT_BESIDE_ANY_REVENUE : beside;
        return Math.abs(amount) > Math.max(believed, MOST_TIMES_THE_REVENUE * revenue);
    }

    /** By year, newest first; a plain number is that of the newest. */
    private static List<?> figures(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list;
            case Number number -> List.of(number);
            case null, default -> List.of();
        };
    }

    /** The label without what it says of its years. */
    private static String name(FactDefinition fact) {
        int years = fact.label().indexOf('（');
        return years < 0 ? fact.label() : fact.label().substring(0, years);
    }

    private static String grouped(Number number) {
        return Figures.grouped(new BigDecimal(number.toString()));
    }

    private void atMost(Map<String, ?> given, String part, String whole, List<Problem> problems) {
        if (given.get(part) instanceof Number p
                && given.get(whole) instanceof Number w
                && p.doubleValue() > w.doubleValue()) {
            problems.add(new Problem(
                    part,
                    part,
                    "FACT_INCONSISTENT",
                    facts.get(part).label() + "（" + grouped(p) + "）不能大于"
                            + facts.get(whole).label() + "（" + grouped(w) + "）",
                    Set.of(part, whole)));
        }
    }

    private static Problem wrongKind(FactDefinition fact, String expected) {
        return new Problem(fact.name(), "FACT_WRONG_KIND", fact.label() + "应为" + expected);
    }
}
