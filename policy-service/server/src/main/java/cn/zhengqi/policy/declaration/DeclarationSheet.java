package cn.zhengqi.policy.declaration;

import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.policy.project.FieldType;
import cn.zhengqi.policy.project.FormDesign.Column;
import cn.zhengqi.policy.project.FormDesign.Field;
import cn.zhengqi.policy.project.ProjectForm;
import cn.zhengqi.web.sheet.Sheet;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Declarations as a file; those of one project with a column for each thing that its forms ask. */
final class DeclarationSheet {

    static final Sheet<DeclarationView> SHEET = of(Function.identity());

    private DeclarationSheet() {}

    private static <R extends Record> Sheet<R> of(Function<R, DeclarationView> view) {
        return Sheet.<R>titled("政策申报")
                .column("申报编号", it -> view.apply(it).number())
                .column("企业名称", it -> view.apply(it).enterpriseName())
                .column("申报项目", it -> view.apply(it).projectTitle())
                .column("所属政策", it -> view.apply(it).policyTitle())
                .column("状态", it -> view.apply(it).status().label())
                .column("当前环节", it -> view.apply(it).step().label())
                .column("办理部门", it -> view.apply(it).stepInstitutionName())
                .column("承办人", it -> view.apply(it).handlerName())
                .column("联系人", PolicyFields.CONTACT_NAME, it -> view.apply(it).contactName())
                .column("联系电话", PolicyFields.CONTACT_PHONE, it -> view.apply(it).contactPhone())
                .column("提交时间", it -> view.apply(it).submittedAt())
                .column("承诺办结日期", it -> dueOn(view.apply(it)))
                .column("是否超期", it -> broken(view.apply(it)))
                .column("办结时间", it -> view.apply(it).decidedAt())
                .column("驳回原因", it -> view.apply(it).reason())
                .column("演示数据", it -> view.apply(it).demo());
    }

    private static @Nullable Object dueOn(DeclarationView it) {
        return it.promise() == null ? null : it.promise().dueOn();
    }

    private static @Nullable Object broken(DeclarationView it) {
        return it.promise() == null ? null : it.promise().broken() ? "已超期" : "未超期";
    }

    /** @param forms under which they were filled in, the newest first; what an older one asks beside it stands behind */
    static Sheet<FilledRow> with(List<ProjectForm> forms) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, String> materials = new LinkedHashMap<>();
        forms.forEach(form -> {
            form.form().fields().forEach(field -> fields.putIfAbsent(field.key(), field));
            form.papers().forEach(paper -> materials.putIfAbsent(paper.key(), paper.name()));
        });
        Set<String> heads = new HashSet<>();
        Sheet<FilledRow> sheet = of(FilledRow::declaration);
        for (Field field : fields.values()) {
            sheet = sheet.column(
                    head(heads, named(field.label(), field.type(), field.unit())), row -> cell(row, field));
        }
        for (Map.Entry<String, String> paper : materials.entrySet()) {
            sheet = sheet.column(
                    head(heads, paper.getValue()),
                    row -> names(row, row.papers().of(paper.getKey())));
        }
        return sheet;
    }

    /** Equal ones beside each other would become one. */
    private static String head(Set<String> taken, String label) {
        String head = label;
        for (int again = 2; !taken.add(head); again++) {
            head = label + "（" + again + "）";
        }
        return head;
    }

    private static String named(String label, FieldType type, @Nullable String unit) {
        String in = type == FieldType.MONEY ? Objects.requireNonNullElse(unit, "元") : unit;
        return in == null || type != FieldType.MONEY && type != FieldType.NUMBER ? label : label + "（" + in + "）";
    }

    private static @Nullable Object cell(FilledRow row, Field field) {
        Object value = row.answers().get(field.key());
        return switch (value) {
            case null -> null;
            case String id when field.type() == FieldType.FILE -> row.nameOf(UUID.fromString(id));
            case List<?> rows
            when field.type() == FieldType.TABLE ->
                rows.stream().map(it -> line(it, field)).collect(Collectors.joining("\n"));
            default -> plain(value);
        };
    }

    /** A row of a table in one line. */
    private static String line(Object row, Field table) {
        return row instanceof Map<?, ?> cells
                ? Objects.requireNonNullElse(table.columns(), List.<Column>of()).stream()
                        .filter(column -> cells.get(column.key()) != null)
                        .map(column -> named(column.label(), column.type(), column.unit()) + "："
                                + words(Objects.requireNonNull(cells.get(column.key()))))
                        .collect(Collectors.joining("；"))
                : String.valueOf(row);
    }

    private static String words(Object value) {
        return switch (value) {
            case Boolean answer -> answer ? "是" : "否";
            case Number number -> exact(number).toPlainString();
            default -> value.toString();
        };
    }

    private static Object plain(Object value) {
        return value instanceof Number number ? exact(number) : value;
    }

    private static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }

    private static @Nullable Object names(FilledRow row, List<UUID> files) {
        return files.isEmpty() ? null : files.stream().map(row::nameOf).toList();
    }
}
