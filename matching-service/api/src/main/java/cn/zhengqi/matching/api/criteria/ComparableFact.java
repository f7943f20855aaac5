package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that conditions can name, for the editor of conditions wherever it stands.
 *
 * @param operators how it can be compared; none: criteria use others that are computed from it
 * @param formula how a derived one is computed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComparableFact(
        String name,
        String label,
        String group,
        FactKind kind,
        @Nullable String unit,
        List<String> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> aliases,
        @Nullable Integer years,
        boolean derived,
        @Nullable String formula,
        @Nullable String hint,
        List<String> operators) {

    /** All of the dictionary in force that something new may name, in its order. */
    public static List<ComparableFact> all() {
        return FactDictionary.inForce().offered().stream()
                .map(ComparableFact::of)
                .toList();
    }

    private static ComparableFact of(FactDefinition fact) {
        return new ComparableFact(
                fact.name(),
                fact.label(),
                fact.group(),
                fact.kind(),
                fact.unit(),
                fact.choices(),
                fact.min(),
                fact.max(),
                fact.aliases(),
                fact.years(),
                fact.derived(),
                fact.formula(),
                fact.hint(),
                Operator.comparing(fact).stream().map(Operator::symbol).toList());
    }
}
