package cn.zhengqi.matching.dictionary;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDefinition.Ratio;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.facts.FactVisibility;
import cn.zhengqi.matching.api.facts.Formula;
import cn.zhengqi.matching.api.facts.FormulaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a fact becomes by what somebody says of it, and all that speaks against it. */
final class FactRevision {

    /** Where derived facts stand: a profile shows them apart from what is filled in. */
    static final String DERIVED_GROUP = "计算指标";

    private static final Set<FactKind> FILLED_IN = Set.of(FactKind.NUMBER, FactKind.INTEGER, FactKind.BOOLEAN);

    private final FactDictionary facts;
    private final String name;
    private final @Nullable FactDefinition before;
    private final FactContent content;
    private final @Nullable Formula calculation;
    private final Supplier<String> uses;
    private final List<FieldProblem> problems = new ArrayList<>();

    /**
     * @param before null: it is new
     * @param uses in words where it is named; empty: nowhere
     * @throws ProblemException VALIDATION_FAILED for a calculation that is no formula
     */
    FactRevision(
            FactDictionary facts,
            String name,
            @Nullable FactDefinition before,
            FactContent content,
            Supplier<String> uses) {
        this.facts = facts;
        this.name = name;
        this.before = before;
        this.content = content;
        calculation = FormulaJson.read(content.calculation());
        this.uses = uses;
    }

    /** Whether enterprises have another figure by it than before. */
    boolean recalculates() {
        return before == null || !Objects.equals(before.calculation(), calculation);
    }

    /** @throws ProblemException VALIDATION_FAILED with all that speaks against it, each at its field */
    FactDefinition after() {
        label();
        FactDefinition after = calculation == null ? filledIn() : derived(calculation);
        if (after != null && problems.isEmpty()) {
            visibility(after);
        }
        if (after == null || !problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        return after;
    }

    private void label() {
        String label = content.labelText();
        if (facts.facts().stream()
                .anyMatch(other -> !other.name().equals(name) && other.label().equals(label))) {
            add("label", "FACT_LABEL_TAKEN", "已有名为“" + label + "”的指标");
        }
    }

    /** Null where something speaks against it; so in what follows. */
    private @Nullable FactDefinition filledIn() {
        if (before != null && before.derived()) {
            add("calculation", "FORMULA_REQUIRED", "“" + before.label() + "”由其他指标计算，请给出公式");
            return null;
        }
        FactKind kind = before == null ? kind() : before.kind();
        String group = group();
        if (kind == null || group == null) {
            return null;
        }
        return before == null
                ? FactDefinition.filledIn(
                        name, content.describing(group), kind, content.unitText(), content.min(), content.max())
                : before.describedAs(content.describing(group));
    }

    private @Nullable FactKind kind() {
        FactKind kind = content.kind();
        if (kind == null || !FILLED_IN.contains(kind)) {
            add("kind", "FACT_KIND", "请选择形式：数值、整数或是否");
        } else if ((kind == FactKind.BOOLEAN) == (content.unitText() != null)) {
            add("unit", "FACT_UNIT", kind == FactKind.BOOLEAN ? "“是否”没有单位" : "请填写单位");
        }
        if (content.min() != null && content.max() != null && content.min().compareTo(content.max()) >= 0) {
            add("max", "FACT_RANGE", "最大值应大于最小值");
        }
        if (kind == FactKind.BOOLEAN && (content.min() != null || content.max() != null)) {
            add("min", "FACT_RANGE", "“是否”没有大小范围");
        }
        return kind;
    }

    private @Nullable String group() {
        String group = content.groupText();
        if (group == null || group.equals(DERIVED_GROUP)) {
            add("group", "FACT_GROUP", "请选择计算指标以外的分组");
            return null;
        }
        return group;
    }

    private @Nullable FactDefinition derived(Formula formula) {
        if (before != null && !before.derived()) {
            add("calculation", "FORMULA_NOT_ALLOWED", "“" + before.label() + "”不是计算得出的，不能改成公式");
            return null;
        }
        if (before != null && formula.equals(before.calculation())) {
            return before.describedAs(content.describing(before.group()));
        }
        if (before != null && before.calculation() instanceof Formula.Official) {
            add("calculation", "FORMULA_OF_STANDARD", "“" + before.label() + "”按国家标准计算，公式由系统维护");
            return null;
        }
        FormulaCheck.Result result = FormulaCheck.of(facts, name, formula);
        result.faults().forEach(fault -> add("calculation", fault.code(), fault.message()));
        if (!result.faults().isEmpty()) {
            return null;
        }
        if (before != null && !(Objects.equals(before.unit(), result.unit()) && before.kind() == result.kind())) {
            String where = uses.get();
            if (!where.isEmpty()) {
                add(
                        "calculation",
                        "FACT_UNIT_IN_USE",
                        "“" + before.label() + "”正被引用（" + where + "），单位不能由“" + words(before.unit()) + "”改为“"
                                + words(result.unit()) + "”");
            }
        }
        return FactDefinition.derived(
                name,
                before == null ? List.of() : before.aliases(),
                content.describing(DERIVED_GROUP),
                result.kind(),
                result.unit(),
                ratio(formula),
                formula);
    }

    /** So that a gap in percent can also be told in people or money. */
    private @Nullable Ratio ratio(Formula formula) {
        if (!(formula instanceof Formula.Percent percent)) {
            return null;
        }
        String of = standsFor(percent.part());
        String to = standsFor(percent.whole());
        String unit = FormulaCheck.unit(facts, percent.whole());
        return of == null || to == null || unit == null || unit.equals("%") ? null : new Ratio(of, to, unit);
    }

    /** The fact that is just this figure. */
    private @Nullable String standsFor(Formula figure) {
        if (!(figure instanceof Formula.Figure stands)) {
            return null;
        }
        FactDefinition fact = facts.get(stands.fact());
        if (stands.year() == null || (stands.year() == 0 && fact.readAsNewest())) {
            return fact.name();
        }
        return facts.offered().stream()
                .filter(other ->
                        figure.equals(other.calculation()) && !other.name().equals(name))
                .map(FactDefinition::name)
                .findFirst()
                .orElse(null);
    }

    private void visibility(FactDefinition after) {
        FactVisibility own = after.visibility();
        if (own == FactVisibility.PUBLIC && after.source() != FactSource.REGISTER) {
            add("visibility", "FACT_VISIBILITY", "只有登记信息可以公开");
        } else if (own != FactVisibility.OWNER && after.source() == FactSource.TAX) {
            add("visibility", "FACT_VISIBILITY", "涉税数据只能由企业本人和经其授权的银行查看");
        }
        after.inputs().stream()
                .map(facts::get)
                .filter(input -> input.visibility().compareTo(own) > 0)
                .findFirst()
                .ifPresent(input -> add(
                        "visibility",
                        "FACT_VISIBILITY",
                        "由“" + input.label() + "”得出，可见范围不能比它更宽（"
                                + input.visibility().label() + "）"));
        facts.offered().stream()
                .filter(other -> other.inputs().stream()
                        .anyMatch(input -> facts.get(input).name().equals(name)))
                .filter(other -> other.visibility().compareTo(own) < 0)
                .findFirst()
                .ifPresent(other -> add(
                        "visibility",
                        "FACT_VISIBILITY",
                        "“" + other.label() + "”由它得出，可见范围更宽，请先修改“" + other.label() + "”"));
    }

    private static String words(@Nullable String unit) {
        return unit == null ? "无单位" : unit;
    }

    private void add(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
    }
}
