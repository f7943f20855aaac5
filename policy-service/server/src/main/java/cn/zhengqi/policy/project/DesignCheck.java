package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.FormDesign.Column;
import cn.zhengqi.policy.project.FormDesign.Field;
import cn.zhengqi.policy.project.FormDesign.ShownWhen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a form can be filled in at all, beyond what can be said of each member alone; every fault at once, each at its place. */
final class DesignCheck {

    static final int LONGEST_TEXT = 5000;

    private static final BigDecimal FURTHEST_BOUND = new BigDecimal("1000000000000");
    private static final int BOUND_DECIMALS = 4;

    private static final String CHANGED = "CHANGED";

    private final List<FieldProblem> problems = new ArrayList<>();

    private DesignCheck() {}

    /** @throws ProblemException FORM_INVALID with every fault */
    static void of(FormDesign design, List<Material> materials, List<Step> steps) {
        DesignCheck check = new DesignCheck();
        check.fields(design);
        check.materials(design, materials);
        check.steps(steps);
        check.size(design, materials);
        if (!check.problems.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.FORM_INVALID,
                    PolicyProblem.FORM_INVALID.title() + "："
                            + check.problems.getFirst().message(),
                    check.problems,
                    Map.of());
        }
    }

    /**
     * What was filled in or chosen under the form before, and the materials of which files were handed in, have their place in the new one.
     *
     * @throws ProblemException FORM_LOSES_FIELDS naming them
     */
    static void losesNothing(
            FormDesign before, List<Material> papersBefore, FormDesign after, List<Material> papersAfter) {
        Map<String, Field> now = after.byKey();
        List<FieldProblem> lost = new ArrayList<>();
        before.fields().forEach(field -> {
            Field kept = now.get(field.key());
            if (kept == null) {
                lost.add(new FieldProblem("form." + field.key(), "LOST", "“" + field.label() + "”已有企业填报，不能删除"));
            } else if (kept.type() != field.type() || !sameUnit(kept, field)) {
                lost.add(changed("form." + field.key(), "“" + field.label() + "”", field, kept));
            } else if (!keys(kept).containsAll(keys(field))) {
                lost.add(new FieldProblem("form." + field.key(), "LOST", "“" + field.label() + "”已有企业填报，不能删除其中的列"));
            } else if (!options(kept).containsAll(options(field))) {
                lost.add(new FieldProblem("form." + field.key(), "LOST", "“" + field.label() + "”已有企业填报，不能删除其中的选项"));
            }
            if (kept != null && kept.type() == FieldType.TABLE && field.type() == FieldType.TABLE) {
                lost.addAll(columnsChanged(field, kept));
            }
        });
        Set<String> papers = papersAfter.stream().map(Material::key).collect(Collectors.toSet());
        papersBefore.stream()
                .filter(paper -> !papers.contains(paper.key()))
                .forEach(paper -> lost.add(
                        new FieldProblem("materials." + paper.key(), "LOST", "“" + paper.name() + "”已有企业提交，不能删除")));
        if (!lost.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.FORM_LOSES_FIELDS,
                    lost.getFirst().message() + (lost.getFirst().code().equals(CHANGED) ? "，可另增一项" : "，可改为非必填"),
                    lost,
                    Map.of());
        }
    }

    /** What was filled in would say something else: another kind of thing, or another amount. */
    private static List<FieldProblem> columnsChanged(Field table, Field now) {
        Map<String, Column> columns = now.cells().stream()
                .collect(Collectors.toMap(Column::key, Function.identity(), (first, second) -> first));
        List<FieldProblem> changed = new ArrayList<>();
        for (Column column : table.cells()) {
            Column kept = columns.get(column.key());
            if (kept != null && (kept.type() != column.type() || !sameUnit(kept.asField(), column.asField()))) {
                changed.add(changed(
                        "form." + table.key() + "." + column.key(),
                        "“" + table.label() + "”的“" + column.label() + "”列",
                        column.asField(),
                        kept.asField()));
            }
        }
        return changed;
    }

    /** A unit stands beside a number only. */
    private static boolean sameUnit(Field one, Field other) {
        return !one.type().isNumber() || unit(one).equals(unit(other));
    }

    private static String unit(Field field) {
        return field.unit() == null ? "" : field.unit().strip();
    }

    private static FieldProblem changed(String at, String name, Field before, Field after) {
        String unit = unit(after).isEmpty() ? "没有单位" : unit(after);
        return new FieldProblem(
                at,
                CHANGED,
                name + "已有企业填报，"
                        + (before.type() == after.type()
                                ? "单位不能由" + (unit(before).isEmpty() ? "没有单位" : unit(before)) + "改为" + unit
                                : "不能由" + before.type().label() + "改为"
                                        + after.type().label()));
    }

    /** Of a choice, and of the choices in a table, with the column each belongs to. */
    private static Set<String> options(Field field) {
        Set<String> options = new HashSet<>(Objects.requireNonNullElse(field.options(), List.of()));
        field.cells()
                .forEach(column -> Objects.requireNonNullElse(column.options(), List.<String>of())
                        .forEach(option -> options.add(column.key() + " " + option)));
        return options;
    }

    private static Set<String> keys(Field table) {
        Set<String> keys = new HashSet<>();
        table.cells().forEach(column -> keys.add(column.key()));
        return keys;
    }

    private void fields(FormDesign design) {
        Map<String, Field> before = new HashMap<>();
        for (int g = 0; g < design.groups().size(); g++) {
            List<Field> fields = design.groups().get(g).fields();
            for (int f = 0; f < fields.size(); f++) {
                Field field = fields.get(f);
                String at = "form.groups[" + g + "].fields[" + f + "]";
                field(at, field);
                if (before.containsKey(field.key())) {
                    add(at + ".key", "DUPLICATE", "字段标识“" + field.key() + "”重复");
                }
                shown(at, field, before);
                before.putIfAbsent(field.key(), field);
            }
        }
    }

    private void field(String at, Field field) {
        choices(at, field.label(), field.type(), field.options());
        bounds(at, field);
        if (field.maxLength() != null && (field.maxLength() < 1 || field.maxLength() > LONGEST_TEXT)) {
            add(at + ".maxLength", "RANGE", "“" + field.label() + "”的字数上限为 1 至 " + LONGEST_TEXT);
        }
        if (field.fact() != null) {
            prefilled(at, field, FactDictionary.inForce().find(field.fact()));
        }
        if (field.type() == FieldType.TABLE) {
            table(at, field);
        } else if (!field.cells().isEmpty()) {
            add(at + ".columns", "NOT_APPLICABLE", "“" + field.label() + "”不是表格，没有列");
        }
    }

    private void bounds(String at, Field field) {
        bound(at + ".min", "“" + field.label() + "”的最小值", field.min());
        bound(at + ".max", "“" + field.label() + "”的最大值", field.max());
        if (field.min() != null && field.max() != null && field.min().compareTo(field.max()) > 0) {
            add(at + ".max", "RANGE", "“" + field.label() + "”的最大值小于最小值");
        }
        if ((field.min() != null || field.max() != null) && !field.type().isNumber()) {
            add(at + ".min", "NOT_APPLICABLE", "“" + field.label() + "”不是数字，不能限定大小");
        }
    }

    /** Nobody fills in what is beyond, and a figure of thirty digits is a slip of the hand. */
    private void bound(String at, String name, @Nullable BigDecimal value) {
        if (value != null
                && (value.abs().compareTo(FURTHEST_BOUND) > 0
                        || value.stripTrailingZeros().scale() > BOUND_DECIMALS)) {
            add(at, "RANGE", name + "应在 -1 万亿到 1 万亿之间，最多 " + BOUND_DECIMALS + " 位小数");
        }
    }

    private void prefilled(String at, Field field, @Nullable FactDefinition fact) {
        if (fact == null) {
            add(at + ".fact", "UNKNOWN", "“" + field.label() + "”预填的指标不存在");
        } else if (!field.takes(fact.unit())) {
            add(
                    at + ".unit",
                    "UNIT_MISMATCH",
                    "“" + field.label() + "”的单位与预填的指标“" + fact.label() + "”（"
                            + Objects.requireNonNullElse(fact.unit(), "没有单位") + "）不一致");
        }
    }

    private void table(String at, Field table) {
        if (table.cells().isEmpty()) {
            add(at + ".columns", "REQUIRED", "表格“" + table.label() + "”至少有一列");
        }
        Set<String> keys = new HashSet<>();
        for (int c = 0; c < table.cells().size(); c++) {
            Column column = table.cells().get(c);
            String place = at + ".columns[" + c + "]";
            if (!column.type().isCell()) {
                add(
                        place + ".type",
                        "NOT_APPLICABLE",
                        "表格中的列不能是" + column.type().label());
            }
            if (!keys.add(column.key())) {
                add(place + ".key", "DUPLICATE", "列标识“" + column.key() + "”重复");
            }
            choices(place, column.label(), column.type(), column.options());
            bounds(place, column.asField());
        }
    }

    private void choices(String at, String label, FieldType type, @Nullable List<String> options) {
        int many = options == null ? 0 : options.size();
        if (type.hasOptions() && many < 2) {
            add(at + ".options", "REQUIRED", "“" + label + "”至少有两个选项");
        } else if (type.hasOptions() && new HashSet<>(options).size() < many) {
            add(at + ".options", "DUPLICATE", "“" + label + "”的选项重复");
        } else if (!type.hasOptions() && many > 0) {
            add(at + ".options", "NOT_APPLICABLE", "“" + label + "”不是选择题，没有选项");
        }
    }

    private void shown(String at, Field field, Map<String, Field> before) {
        ShownWhen when = field.shownWhen();
        if (when == null) {
            return;
        }
        Field decider = before.get(when.field());
        if (decider == null) {
            add(at + ".shownWhen.field", "UNKNOWN", "“" + field.label() + "”的显示条件引用的字段不存在，或排在它后面");
            return;
        }
        if (!decider.type().decides()) {
            add(at + ".shownWhen.field", "NOT_APPLICABLE", "“" + field.label() + "”的显示条件只能引用单选或是否字段");
            return;
        }
        List<String> possible = decider.type() == FieldType.YES_NO ? List.of("true", "false") : decider.choices();
        if (!possible.containsAll(when.values())) {
            add(at + ".shownWhen.values", "UNKNOWN", "“" + field.label() + "”的显示条件的取值不在“" + decider.label() + "”的选项中");
        }
    }

    private void materials(FormDesign design, List<Material> materials) {
        Set<String> keys = new HashSet<>();
        Set<String> fields = new HashSet<>();
        Stream<Field> all = design.fields();
        all.forEach(field -> fields.add(field.key()));
        for (int m = 0; m < materials.size(); m++) {
            String key = materials.get(m).key();
            if (!keys.add(key) || fields.contains(key)) {
                add("materials[" + m + "].key", "DUPLICATE", "材料标识“" + key + "”重复");
            }
        }
    }

    private void steps(List<Step> steps) {
        for (int s = 1; s < steps.size(); s++) {
            if (steps.get(s).kind().compareTo(steps.get(s - 1).kind()) <= 0) {
                add(
                        "steps[" + s + "].kind",
                        "ORDER",
                        "“" + steps.get(s).kind().label() + "”不能排在“"
                                + steps.get(s - 1).kind().label() + "”之后");
            }
        }
    }

    /** Whatever it allows to be filled in is taken when it comes. */
    private void size(FormDesign design, List<Material> materials) {
        long most = FilledSize.kilobytes(design, materials);
        if (most > FilledSize.MOST_KILOBYTES) {
            add(
                    "form",
                    "TOO_LARGE",
                    "申报表全部填满可达 " + most + " KB，超过 " + FilledSize.MOST_KILOBYTES + " KB，请减少文字字段的字数上限、表格或表格的列");
        }
    }

    private void add(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
    }
}
