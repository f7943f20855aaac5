package cn.zhengqi.matching.dictionary;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.facts.FactVisibility;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the list of the dictionary.
 *
 * @param years how many figures one by years has
 * @param policies how many policies ask for it, also where they name what is computed from it; products and tags likewise
 */
public record FactEntry(
        String name,
        String label,
        String group,
        FactKind kind,
        @Nullable String unit,
        FactSource source,
        String period,
        FactVisibility visibility,
        String visibleTo,
        List<String> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer years,
        @Nullable String formula,
        @Nullable String hint,
        boolean retired,
        int policies,
        int products,
        int tags) {

    static FactEntry of(FactDefinition fact, int policies, int products, int tags) {
        return new FactEntry(
                fact.name(),
                fact.label(),
                fact.group(),
                fact.kind(),
                fact.unit(),
                fact.source(),
                fact.period(),
                fact.visibility(),
                fact.visibility().label(),
                fact.choices(),
                fact.min(),
                fact.max(),
                fact.years(),
                fact.formula(),
                fact.hint(),
                fact.outOfUse(),
                policies,
                products,
                tags);
    }
}
