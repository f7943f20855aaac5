package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What an enterprise hands in after it was sent back, beside what it had handed in. */
final class Supplement {

    private final Declaration before;
    private final FormAnswers filled;

    Supplement(Declaration before, FormAnswers filled) {
        this.before = before;
        this.filled = filled;
    }

    /** @throws ProblemException FIELD_NOT_MARKED with each field that was changed all the same */
    void mustKeepTheRest() {
        Set<String> may = changeable();
        List<FieldProblem> problems = problems(key -> !may.contains(key) && isChanged(key), "NOT_MARKED", "没有被标注，不能修改");
        if (!problems.isEmpty()) {
            throw refused(PolicyProblem.FIELD_NOT_MARKED, problems);
        }
    }

    /** @throws ProblemException NOTHING_SUPPLEMENTED with each thing that was asked for, where all of it is as it was */
    void mustSupplement() {
        if (changeable().stream().noneMatch(this::isChanged)) {
            throw refused(
                    PolicyProblem.NOTHING_SUPPLEMENTED,
                    problems(before.marked()::has, "NOT_SUPPLEMENTED", "需要补正，但没有修改"));
        }
    }

    private boolean isChanged(String key) {
        return !Answers.same(before.answers().get(key), filled.answers().get(key))
                || !before.materials().of(key).equals(filled.papers().of(key));
    }

    /** What was marked, and what is shown or hidden by it. */
    private Set<String> changeable() {
        Set<String> may = new HashSet<>();
        before.marked().items().forEach(mark -> may.add(mark.key()));
        filled.form().form().fields().forEach(field -> {
            if (field.shownWhen() != null && may.contains(field.shownWhen().field())) {
                may.add(field.key());
            }
        });
        return may;
    }

    /** What is to be said of fields and materials, in the order of the form. */
    private List<FieldProblem> problems(Predicate<String> of, String code, String words) {
        List<FieldProblem> problems = new ArrayList<>();
        filled.form()
                .form()
                .fields()
                .filter(field -> of.test(field.key()))
                .forEach(field -> problems.add(
                        new FieldProblem("answers." + field.key(), code, "“" + field.label() + "”" + words)));
        filled.form().papers().stream()
                .filter(material -> of.test(material.key()))
                .forEach(material -> problems.add(
                        new FieldProblem("materials." + material.key(), code, "“" + material.name() + "”" + words)));
        return problems;
    }

    private static ProblemException refused(PolicyProblem code, List<FieldProblem> problems) {
        return new ProblemException(code, code.title(), problems, Map.of());
    }
}
