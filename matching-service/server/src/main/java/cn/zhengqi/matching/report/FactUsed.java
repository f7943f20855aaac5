package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.benefit.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of the enterprise when it was matched.
 *
 * @param tax whether it came from the tax authority by the enterprise's authorization
 */
public record FactUsed(String name, String label, String value, boolean tax) {

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
        return told == null ? "未填" : told;
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
