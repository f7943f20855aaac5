package cn.zhengqi.finance.report;

import cn.zhengqi.finance.report.EnterpriseReport.Indicator;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.InternalStandings;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts of a profile that a report tells, in words. What the profile does not know stands there without a value. */
final class Indicators {

    private static final List<String> BUSINESS = List.of(
            "employees",
            "insured",
            "revenue",
            "netProfit",
            "totalAssets",
            "liabilities",
            "debtRatio",
            "totalBizLoan",
            "enterpriseSize");

    private static final List<String> TAX =
            List.of("taxCreditRating", "vatType", "taxYears", "taxPaid12m", "invoiceAmount12m", "noTaxEvasion36m");

    private final Map<String, InternalStandings.Fact> known;
    private final LocalDate today;

    Indicators(InternalStandings.Facts facts, LocalDate today) {
        this.known =
                facts.facts().stream().collect(Collectors.toMap(InternalStandings.Fact::name, Function.identity()));
        this.today = today;
    }

    List<Indicator> business() {
        return of(BUSINESS);
    }

    List<Indicator> tax() {
        return of(TAX);
    }

    private List<Indicator> of(List<String> names) {
        return names.stream().map(this::of).toList();
    }

    private Indicator of(String name) {
        FactDefinition fact = FactDictionary.inForce().get(name);
        InternalStandings.Fact it = known.get(name);
        return it == null
                ? new Indicator(name, fact.label(), null, null, null)
                : new Indicator(name, fact.label(), words(it), it.source(), it.asOf());
    }

    private String words(InternalStandings.Fact it) {
        if (it.valueName() != null) {
            return it.valueName();
        }
        String unit = it.unit() == null ? "" : "%".equals(it.unit()) ? "%" : " " + it.unit();
        return it.value() instanceof List<?> several ? byYear(several, unit) : one(it.value(), unit);
    }

    /** The newest is that of the year that ended last. */
    private String byYear(List<? extends @Nullable Object> figures, String unit) {
        List<String> years = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Object figure = figures.get(i);
            if (figure != null) {
                years.add(today.getYear() - 1 - i + " 年 " + one(figure, unit));
            }
        }
        return String.join("；", years);
    }

    private static String one(Object value, String unit) {
        return switch (value) {
            case Boolean yes -> yes ? "是" : "否";
            case Number number -> grouped(new BigDecimal(Objects.toString(number))) + unit;
            default -> value.toString();
        };
    }

    /** A figure as people read it, "11,200" and "45.98": the pages of the web write it the same. */
    static String grouped(BigDecimal number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
