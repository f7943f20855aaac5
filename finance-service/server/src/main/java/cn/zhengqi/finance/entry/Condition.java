package cn.zhengqi.finance.entry;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact that has to compare with a value in one way. Which values it takes depends on the fact: {@link ConditionForm}.
 *
 * @param fact name in the fact dictionary
 * @param op symbol of an operator
 * @param number what a figure is compared with; of a range the lower end
 * @param upTo the upper end of a range
 * @param flag what a fact of yes or no has to be
 * @param words choices, codes, or one day
 */
public record Condition(
        @NotBlank(message = "请选择指标") @Size(max = 60, message = "没有这个指标")
        String fact,

        @NotBlank(message = "请选择比较方式") @Size(max = 20, message = "没有这种比较方式")
        String op,

        @Nullable @Digits(integer = 10, fraction = 2, message = "数值最多两位小数")
        BigDecimal number,

        @Nullable @Digits(integer = 10, fraction = 2, message = "数值最多两位小数")
        BigDecimal upTo,

        @Nullable Boolean flag,
        @Size(max = 50, message = "最多 50 项") List<@Size(max = 50, message = "每项不超过 50 字") String> words) {

    public Condition {
        words = List.copyOf(Objects.requireNonNullElse(words, List.of()));
    }

    /** What it is when it comes from a comparison; null for one that the list of conditions cannot hold. */
    static @Nullable Condition of(Comparison comparison) {
        Value value = comparison.value();
        String op = comparison.op().symbol();
        Condition it = switch (value) {
            case Value.Amount amount -> new Condition(comparison.fact(), op, amount.number(), null, null, List.of());
            case Value.Range range -> new Condition(comparison.fact(), op, range.from(), range.to(), null, List.of());
            case Value.Flag flag -> new Condition(comparison.fact(), op, null, null, flag.flag(), List.of());
            case Value.Text text -> new Condition(comparison.fact(), op, null, null, null, List.of(text.text()));
            case Value.Texts texts -> new Condition(comparison.fact(), op, null, null, null, texts.texts());
        };
        return it.problem("") == null ? it : null;
    }

    /** What is wrong with it; null when it can be matched. */
    @Nullable
    FieldProblem problem(String field) {
        FactDefinition known = FactDictionary.standard().find(fact);
        ConditionForm form = known == null ? null : ConditionForm.of(known);
        return known == null || form == null
                ? new FieldProblem(field + ".fact", "FACT_UNKNOWN", "没有可用于条件的指标“" + fact + "”")
                : form.problem(field, known, this);
    }

    /** Only for one without a problem. */
    Comparison comparison() {
        FactDefinition known = FactDictionary.standard().get(fact);
        return new Comparison(
                null, fact, Operator.of(op), form().value(this), known.unit(), Clause.of(inWords()), null);
    }

    CriterionView view() {
        return new CriterionView(FactDictionary.standard().get(fact).label(), inWords(), true, null);
    }

    private String inWords() {
        return form().inWords(FactDictionary.standard().get(fact), this);
    }

    private ConditionForm form() {
        return Objects.requireNonNull(ConditionForm.of(FactDictionary.standard().get(fact)));
    }
}
