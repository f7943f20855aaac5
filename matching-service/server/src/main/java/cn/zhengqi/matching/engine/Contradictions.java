package cn.zhengqi.matching.engine;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts that cannot all be true: a part above its whole, what is older than the enterprise, amounts of another world than the revenue. */
final class Contradictions {

    /** A profit or an expense that is more often in the revenue of its year than this is a slip of the unit. */
    private static final int MOST_TIMES_THE_REVENUE = 10;

    /** 万元: a holding lives on other income than revenue, so a gain up to here is believed beside any revenue. */
    private static final double GAIN_BESIDE_ANY_REVENUE = 1_000;

    /** 万元: who develops before there is anything to sell spends, and loses, far more than its revenue. */
    private static final double SPENT_BESIDE_ANY_REVENUE = 10_000;

    /** 万元 a year: who began to sell late in a year sells in a month what it sold in all of that year. */
    private static final double SALES_BESIDE_ANY_REVENUE = 10_000;

    private static final int MONTHS_OF_A_YEAR = 12;

    private final Map<String, ?> given;
    private final FactDictionary facts;
    private final LocalDate asOf;
    private final List<FactCheck.Problem> found = new ArrayList<>();

    private Contradictions(Map<String, ?> given, FactDictionary facts, LocalDate asOf) {
        this.given = given;
        this.facts = facts;
        this.asOf = asOf;
    }

    /** @param given each of which can be by itself */
    static List<FactCheck.Problem> among(Map<String, ?> given, FactDictionary facts, LocalDate asOf) {
        return new Contradictions(given, facts, asOf).all();
    }

    private List<FactCheck.Problem> all() {
        atMost("insured", "employees");
        atMost("rdStaff", "employees");
        atMost("disabledCount", "employees");
        atMost("hiresKeyGroup", "employees");
        atMost("hiresVeterans", "employees");
        atMost("hiresGraduates", "employees");
        atMost("class1IpSelfDeveloped", "class1Ip");
        atMost("class1IpHighValue", "class1Ip");
        atMost("class1IpMainProduct", "class1Ip");
        notBeforeFoundation();
        sinceFoundation("taxYears", ChronoUnit.YEARS);
        sinceFoundation("nicheYears", ChronoUnit.YEARS);
        sinceFoundation("unemploymentInsuranceMonths", ChronoUnit.MONTHS);
        besideRevenue("totalProfit", GAIN_BESIDE_ANY_REVENUE);
        besideRevenue("netProfit", GAIN_BESIDE_ANY_REVENUE);
        besideRevenue("rdExpense", SPENT_BESIDE_ANY_REVENUE);
        besideRevenue("taxableIncome", GAIN_BESIDE_ANY_REVENUE);
        salesBesideRevenue();
        return found;
    }

    /** Figures by year are those of full calendar years, the newest of which is the last one. */
    private int calendarYear(int year) {
        return asOf.getYear() - 1 - year;
    }

    /** There is nothing to tell of a year in which there was no enterprise; zero says no more than that. */
    private void notBeforeFoundation() {
        LocalDate founded = FactVector.day(given.get("established"));
        if (founded == null) {
            return;
        }
        given.forEach((name, value) -> {
            FactDefinition fact = facts.get(name);
            List<?> figures = fact.kind() == FactKind.YEARS ? figures(value) : List.of();
            for (int year = 0; year < figures.size(); year++) {
                int calendarYear = calendarYear(year);
                if (calendarYear < founded.getYear()
                        && figures.get(year) instanceof Number figure
                        && figure.doubleValue() != 0) {
                    found.add(FactCheck.Problem.inconsistent(
                                    fact.name(),
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
    private void sinceFoundation(String name, ChronoUnit unit) {
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
            found.add(FactCheck.Problem.inconsistent(
                    name,
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
    private void besideRevenue(String name, double beside) {
        FactDefinition fact = facts.get(name);
        boolean byYear = fact.kind() == FactKind.YEARS;
        List<?> amounts = figures(given.get(name));
        List<?> revenues = figures(given.get("revenue"));
        for (int year = 0; year < Math.min(amounts.size(), revenues.size()); year++) {
            if (amounts.get(year) instanceof Number amount
                    && revenues.get(year) instanceof Number revenue
                    && implausible(amount.doubleValue(), revenue.doubleValue(), beside)) {
                int calendarYear = calendarYear(year);
                FactCheck.Problem problem = FactCheck.Problem.inconsistent(
                        name,
                        (byYear ? calendarYear + " 年" : "") + name(fact) + " " + grouped(amount) + " 万元，"
                                + (amount.doubleValue() < 0 ? "亏损" : "") + "超过"
                                + (byYear ? "当年" : " " + calendarYear + " 年") + manyTimes(revenue),
                        Set.of(name, "revenue"));
                found.add(byYear ? problem.ofYear(year) : problem);
                return;
            }
        }
    }

    /** What is sold in a month, twelve times, and the revenue of the newest full year. */
    private void salesBesideRevenue() {
        List<?> revenues = figures(given.get("revenue"));
        if (!revenues.isEmpty()
                && revenues.getFirst() instanceof Number revenue
                && given.get("monthlySales") instanceof Number sales) {
            double yearly = MONTHS_OF_A_YEAR * sales.doubleValue();
            if (implausible(yearly, revenue.doubleValue(), SALES_BESIDE_ANY_REVENUE)) {
                found.add(FactCheck.Problem.inconsistent(
                        "monthlySales",
                        facts.get("monthlySales").label() + " " + grouped(sales) + " 万元，按 " + MONTHS_OF_A_YEAR
                                + " 个月折算，超过 " + calendarYear(0) + " 年" + manyTimes(revenue),
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

    private void atMost(String part, String whole) {
        if (given.get(part) instanceof Number p
                && given.get(whole) instanceof Number w
                && p.doubleValue() > w.doubleValue()) {
            found.add(FactCheck.Problem.inconsistent(
                    part,
                    facts.get(part).label() + "（" + grouped(p) + "）不能大于"
                            + facts.get(whole).label() + "（" + grouped(w) + "）",
                    Set.of(part, whole)));
        }
    }
}
