package cn.zhengqi.message.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What has to be so of an event.
 *
 * @param variable by its name in templates
 * @param value words, or a number in the variable's measure (yuan, per cent)
 */
record RuleCondition(
        @NotBlank(message = "请选择变量") @Size(max = 30, message = "变量名不超过 30 字")
        String variable,

        @NotNull(message = "请选择比较方式") Comparison comparison,

        @NotBlank(message = "请填写比较的内容") @Size(max = 100, message = "比较的内容不超过 100 字")
        String value) {

    RuleCondition tidy() {
        return new RuleCondition(variable.strip(), comparison, value.strip());
    }

    static boolean allHold(List<RuleCondition> conditions, NoticeKind<?> kind, Map<String, String> values) {
        return conditions.stream().allMatch(it -> it.holds(kind, values));
    }

    /** Of what the event does not say only the negative ones hold. */
    private boolean holds(NoticeKind<?> kind, Map<String, String> values) {
        String found = values.get(variable);
        return switch (comparison) {
            case IS -> value.equals(found);
            case IS_NOT -> !value.equals(found);
            case CONTAINS -> found != null && found.contains(value);
            case CONTAINS_NOT -> found == null || !found.contains(value);
            case AT_LEAST -> found != null && number(kind, found).compareTo(new BigDecimal(value)) >= 0;
            case AT_MOST -> found != null && number(kind, found).compareTo(new BigDecimal(value)) <= 0;
        };
    }

    private BigDecimal number(NoticeKind<?> kind, String found) {
        Measure measure = kind.variable(variable).map(Variable::measure).orElse(null);
        if (measure == null) {
            throw new IllegalStateException("Kept without a check: " + this);
        }
        return measure.read(found);
    }

    /** For 操作日志 and sheets. */
    String inWords() {
        return variable + " " + comparison.label() + " " + value;
    }
}
