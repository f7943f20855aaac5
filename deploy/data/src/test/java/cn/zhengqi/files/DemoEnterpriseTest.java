package cn.zhengqi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the register and the profile say of an enterprise of the demo can all be true at once. */
class DemoEnterpriseTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 25);

    private static final int OF_AGE = 18;

    /** Limits of industry, by the standard of 2011, which are among the highest: what has more of both is no SME. */
    private static final int LARGE_STAFF = 1000;

    private static final int LARGE_REVENUE = 40_000;

    /** 万元 of sales a year, up to which one is a small taxpayer. */
    private static final int SMALL_TAXPAYER = 500;

    @Test
    void none_is_founded_in_the_future_nor_entered_claimed_or_sued_before_it_was() {
        holdsFor(it -> !it.establishedOn().isAfter(ANCHOR));
        holdsFor(it -> !day(it.registeredAt()).isBefore(it.establishedOn()));
        holdsFor(it -> it.code() == null || !day(it.code().claimedAt()).isBefore(it.establishedOn()));
        holdsFor(it -> it.judicial().stream().noneMatch(record -> record.date().isBefore(it.establishedOn())));
    }

    /** Years are those before the anchor's, newest first. With the year in which it was founded, of which it has a part, none is compared. */
    @Test
    void none_has_figures_of_a_year_before_it_was_founded() {
        holdsFor(it -> years(it, "revenue").size() <= calendarYears(it));
        holdsFor(it -> years(it, "rdExpense").size() <= calendarYears(it));
        holdsFor(it -> years(it, "mainGrowth").size() < Math.max(1, calendarYears(it) - 1));
        holdsFor(it -> calendarYears(it) > 0 || !knows(it, "netProfit") && !knows(it, "taxableIncome"));
    }

    @Test
    void nothing_lasts_longer_than_the_enterprise_is_there() {
        holdsFor(it -> !knows(it, "taxYears")
                || number(it, "taxYears") > 0 && number(it, "taxYears") <= calendarYears(it) + 1);
        holdsFor(it -> number(it, "nicheYears") <= calendarYears(it) + 1);
        holdsFor(it -> number(it, "unemploymentInsuranceMonths")
                <= Period.between(it.establishedOn(), ANCHOR).toTotalMonths() + 1);
        holdsFor(it -> !knows(it, "legalRepAge") || number(it, "legalRepAge") - age(it) >= OF_AGE);
        holdsFor(it -> age(it) < 3 || !"M".equals(it.facts().get("taxCreditRating")));
    }

    @Test
    void no_part_is_more_than_its_whole() {
        for (String part : List.of("insured", "rdStaff", "disabledCount")) {
            holdsFor(it -> number(it, part) <= number(it, "employees"));
        }
        holdsFor(it -> !knows(it, "class1Ip") || number(it, "class1IpMainProduct") <= number(it, "class1Ip"));
        holdsFor(it -> !knows(it, "class1Ip")
                || !knows(it, "class2Ip")
                || !knows(it, "coreIp")
                || number(it, "class1Ip") + number(it, "class2Ip") == number(it, "coreIp"));
        holdsFor(it -> !knows(it, "totalAssets") || number(it, "liabilities") <= number(it, "totalAssets"));
        holdsFor(it -> !knows(it, "totalBizLoan") || number(it, "loanAmount") <= number(it, "totalBizLoan"));
    }

    @Test
    void what_is_spent_and_sold_is_of_the_revenue_of_its_year() {
        holdsFor(it -> {
            List<Double> spent = years(it, "rdExpense");
            List<Double> earned = years(it, "revenue");
            return spent.size() <= earned.size()
                    && IntStream.range(0, spent.size()).allMatch(year -> spent.get(year) <= earned.get(year));
        });
        holdsFor(it -> years(it, "rdExpense").stream().allMatch(spent -> spent == 0)
                || !knows(it, "rdStaff")
                || number(it, "rdStaff") > 0);
        holdsFor(it -> !knows(it, "monthlySales")
                || years(it, "revenue").isEmpty()
                || Math.abs(12 * number(it, "monthlySales") * partOfTheYear(it)
                                - years(it, "revenue").getFirst())
                        <= Math.max(1, years(it, "revenue").getFirst() / 50));
        holdsFor(it -> {
            List<Double> earned = years(it, "revenue");
            List<Double> growth = years(it, "mainGrowth");
            // The figures are whole ones, of which small firms have few.
            return IntStream.range(0, Math.min(growth.size(), earned.size() - 1))
                    .allMatch(year -> {
                        double before = earned.get(year + 1);
                        double grown = (earned.get(year) / before - 1) * 100;
                        return Math.abs(grown - growth.get(year)) < 1 + 100 / before;
                    });
        });
    }

    @Test
    void what_it_is_called_fits_its_size() {
        holdsFor(it -> !names(it, "quals").contains("科技型中小企业")
                || number(it, "employees") <= 500
                        && number(it, "totalAssets") <= 20_000
                        && years(it, "revenue").stream().findFirst().orElse(0.0) <= 20_000);
        Predicate<DemoEnterprise> large = it -> number(it, "employees") >= LARGE_STAFF
                && years(it, "revenue").stream().findFirst().orElse(0.0) >= LARGE_REVENUE;
        holdsFor(it -> !large.test(it)
                || names(it, "quals").stream().noneMatch(name -> name.contains("中小企业") || name.contains("小巨人")));
        holdsFor(it -> !it.entityType().equals("个体工商户")
                || it.shareholders().isEmpty() && names(it, "quals").isEmpty());
        holdsFor(it -> !"小规模纳税人".equals(it.facts().get("vatType"))
                || years(it, "revenue").stream().findFirst().orElse(0.0) <= SMALL_TAXPAYER);
        holdsFor(it -> it.uscc().startsWith(it.entityType().equals("个体工商户") ? "92" : "91"));
    }

    @Test
    void what_it_owns_is_what_its_profile_counts() {
        Pattern inventions = Pattern.compile("发明专利(\\d+)件");
        holdsFor(it -> it.assets().stream()
                .filter(asset -> asset.kind().equals("知识产权") && knows(it, "class1Ip"))
                .allMatch(asset -> inventions
                                .matcher(asset.description())
                                .results()
                                .mapToInt(found -> Integer.parseInt(found.group(1)))
                                .sum()
                        == number(it, "class1Ip")));
        holdsFor(it -> !names(it, "collateral").contains("房产")
                || it.assets().stream().anyMatch(asset -> asset.kind().equals("不动产")));
        holdsFor(it -> it.shareholders().isEmpty()
                || it.shareholders().stream()
                                .map(DemoEnterprise.Share::ratio)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(BigDecimal.valueOf(100))
                        == 0);
    }

    private static void holdsFor(Predicate<DemoEnterprise> claim) {
        assertThat(DemoFiles.enterprises())
                .hasSize(300)
                .filteredOn(claim.negate())
                .extracting(DemoEnterprise::name)
                .isEmpty();
    }

    private static LocalDate day(String time) {
        return LocalDate.parse(time.substring(0, 10));
    }

    private static int age(DemoEnterprise it) {
        return Period.between(it.establishedOn(), ANCHOR).getYears();
    }

    /** That are over and in which it was there. */
    private static int calendarYears(DemoEnterprise it) {
        return ANCHOR.getYear() - it.establishedOn().getYear();
    }

    /** How much of the newest of these it was there for. */
    private static double partOfTheYear(DemoEnterprise it) {
        LocalDate founded = it.establishedOn();
        return calendarYears(it) > 1
                ? 1
                : (founded.lengthOfYear() - founded.getDayOfYear() + 1) / (double) founded.lengthOfYear();
    }

    private static boolean knows(DemoEnterprise it, String fact) {
        return it.facts().containsKey(fact);
    }

    /** 0 where it is not known. */
    private static double number(DemoEnterprise it, String fact) {
        return it.facts().get(fact) instanceof Number number ? number.doubleValue() : 0;
    }

    private static List<Double> years(DemoEnterprise it, String fact) {
        return it.facts().get(fact) instanceof List<?> figures
                ? figures.stream()
                        .map(figure -> ((Number) figure).doubleValue())
                        .toList()
                : List.of();
    }

    private static List<String> names(DemoEnterprise it, String fact) {
        return it.facts().get(fact) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
