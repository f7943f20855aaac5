package cn.zhengqi.finance.entry;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact of which a condition can speak.
 *
 * @param choices where it is chosen from a list
 */
public record ConditionFact(
        String name,
        String label,
        String group,
        @Nullable String unit,
        ConditionForm form,
        List<Way> ways,
        List<String> choices) {

    /** @param op symbol that a condition names */
    public record Way(String op, String label) {}

    static List<ConditionFact> all() {
        return FactDictionary.standard().facts().stream()
                .map(ConditionFact::of)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable ConditionFact of(FactDefinition fact) {
        ConditionForm form = ConditionForm.of(fact);
        return form == null
                ? null
                : new ConditionFact(
                        fact.name(),
                        fact.label(),
                        fact.group(),
                        fact.unit(),
                        form,
                        form.ways().stream()
                                .map(way -> new Way(way.op().symbol(), way.label()))
                                .toList(),
                        fact.choices());
    }
}
