package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.benefit.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of the enterprise when it was matched.
 *
 * @param tax whether it came from the tax authority by the enterprise's authorization
 * @param source who said it; absent where that is not known any more, and in reports of before it was written down
 * @param asOf the day for which it was said; absent with the source
 */
public record FactUsed(
        String name,
        String label,
        String value,
        boolean tax,
        @Nullable FactSource source,
        @Nullable LocalDate asOf) {

    /** As the rules read them, newest first. */
    private static final List<String> YEARS = List.of("最近一年", "前一年", "前两年");

    /**
     * What is known of a fact. Rules read figures of several years one by one, each as a fact of its own, so that there is nothing told of them as a whole.
     *
     * @param told by the rules; absent where they tell nothing
     */
    static String words(FactDefinition fact, @Nullable Object given, @Nullable String told) {
        if (fact.kind() == FactKind.YEARS && given instanceof List<?> figures) {
            return years(fact, figures);
        }
        if (told == null) {
            return "未填";
        }
        // Months are counted by 个.
        return "月".equals(fact.unit()) && told.endsWith(" 月") ? told.substring(0, told.length() - 1) + "个月" : told;
    }

    /** Where it comes from and of when it is, in the words of the screen. */
    String origin() {
        String said = source == null
                ? tax ? "税务授权（模拟）" : "当时未记录来源"
                : switch (source) {
                    case REGISTER -> "登记信息";
                    case SELF -> "企业填报";
                    case TAX -> "税务授权（模拟）";
                    case DEMO -> "演示数据";
                    case DERIVED -> "系统测算";
                };
        return asOf == null ? said : said + "，" + asOf;
    }

    private static String years(FactDefinition fact, List<?> figures) {
        List<String> words = new ArrayList<>();
        for (int year = 0; year < Math.min(figures.size(), YEARS.size()); year++) {
            if (figures.get(year) instanceof Number figure) {
                BigDecimal amount = new BigDecimal(figure.toString());
                words.add(YEARS.get(year) + " "
                        + Amounts.range(amount, amount, fact.unit() == null ? "" : fact.unit())
                                .strip());
            }
        }
        return words.isEmpty() ? "未填" : String.join("，", words);
    }
}
