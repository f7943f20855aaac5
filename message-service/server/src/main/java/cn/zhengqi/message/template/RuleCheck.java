package cn.zhengqi.message.template;

import cn.zhengqi.kernel.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the rules of a notice, told at the field where it is. Whether a role exists user-service knows alone. */
final class RuleCheck {

    private final NoticeKind<?> kind;
    private final List<FieldProblem> faults = new ArrayList<>();

    private RuleCheck(NoticeKind<?> kind) {
        this.kind = kind;
    }

    static List<FieldProblem> of(NoticeKind<?> kind, TemplateContent content) {
        RuleCheck check = new RuleCheck(kind);
        if (!content.conditions().isEmpty() && kind.mandatory() != null) {
            check.fault("content.conditions", "NOT_ALLOWED", "此类消息不能停用，也不能设通知条件");
        } else if (!content.conditions().isEmpty() && kind.isOften()) {
            check.fault("content.conditions", "NOT_ALLOWED", "此类消息一天合并为一条，不能设通知条件");
        }
        check.conditions("content", content.conditions());
        check.others(content.others());
        return check.faults;
    }

    private void others(List<FurtherReceivers> others) {
        if (!others.isEmpty() && !kind.allowsOthers()) {
            fault("content.others", "NOT_ALLOWED", "此类消息只告知本人，不能另行通知他人");
        }
        Set<String> roles = new HashSet<>();
        for (int i = 0; i < others.size(); i++) {
            FurtherReceivers it = others.get(i);
            String field = "content.others[" + i + "]";
            if (it.place() == FurtherReceivers.Place.CASE && !kind.hasInstitution()) {
                fault(field + ".place", "NOT_ALLOWED", "此类事件没有办理机构");
            }
            if (!roles.add(it.place() + " " + it.role())) {
                fault(field + ".role", "DUPLICATE", "同一角色只能选一次");
            }
            conditions(field, it.conditions());
            words(field, it);
        }
    }

    private void words(String field, FurtherReceivers it) {
        String title = it.title();
        String body = it.body();
        if (title == null || body == null) {
            if (title != null || body != null || it.link() != null) {
                fault(field + (title == null ? ".title" : ".body"), "REQUIRED", "另写文字时标题和正文都要填写");
            }
            return;
        }
        // What those whom it concerns have to read, others need not.
        TemplateCheck.words(kind, TemplateContent.inSite(title, body, it.link())).stream()
                .filter(fault -> !fault.code().equals(TemplateCheck.MISSING_VARIABLE))
                .forEach(fault ->
                        fault(field + fault.field().substring("content".length()), fault.code(), fault.message()));
    }

    private void conditions(String field, List<RuleCondition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            condition(field + ".conditions[" + i + "]", conditions.get(i));
        }
    }

    private void condition(String field, RuleCondition it) {
        Optional<Variable<?>> found = kind.variable(it.variable());
        if (found.isEmpty()) {
            fault(field + ".variable", "UNKNOWN_VARIABLE", "没有变量“" + it.variable() + "”");
            return;
        }
        Variable<?> variable = found.get();
        if (!variable.isComparable()) {
            fault(
                    field + ".variable",
                    "NOT_ALLOWED",
                    variable.use() == Variable.Use.LINK
                            ? "变量“" + it.variable() + "”只能用在查看页面中"
                            : "变量“" + it.variable() + "”是受保护的内容，不能作为条件");
            return;
        }
        Measure measure = variable.measure();
        if (it.comparison().isOfNumbers() != (measure != null)) {
            fault(
                    field + ".comparison",
                    "NOT_ALLOWED",
                    measure == null
                            ? "变量“" + it.variable() + "”不是数值，不能比较大小"
                            : "变量“" + it.variable() + "”是数值，只能选不小于或不大于");
        } else if (measure != null && !isNumber(it.value())) {
            fault(field + ".value", "FORMAT", "请填写数字，单位是" + measure.unit() + "，如 5000000");
        }
    }

    /** Digits as people type them: an exponent could stand for a number that fills the memory. */
    private static boolean isNumber(String value) {
        return value.matches("\\d{1,15}(\\.\\d{1,4})?") && new BigDecimal(value).signum() >= 0;
    }

    private void fault(String field, String code, String message) {
        faults.add(new FieldProblem(field, code, message));
    }
}
