package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.FormDesign.Field;
import cn.zhengqi.policy.project.ProjectForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an enterprise hands in after it was sent back, beside what it had handed in. */
final class Supplement {

    private final ProjectForm form;
    private final Declaration before;
    private final Answers answers;
    private final Papers papers;

    Supplement(ProjectForm form, Declaration before, Answers answers, Papers papers) {
        this.form = form;
        this.before = before;
        this.answers = answers;
        this.papers = papers;
    }

    /** @throws ProblemException FIELD_NOT_MARKED with each field that was changed all the same */
    void mustKeepTheRest() {
        Labels labels = Labels.of(form);
        Set<String> may = changeable();
        List<FieldProblem> problems = new ArrayList<>();
        form.form().fields().map(Field::key).filter(key -> !may.contains(key)).forEach(key -> {
            if (!Answers.same(before.answers().get(key), answers.get(key))) {
                problems.add(problem("answers." + key, labels.of(key)));
            }
        });
        form.papers().forEach(material -> {
            if (!may.contains(material.key())
                    && !before.materials().of(material.key()).equals(papers.of(material.key()))) {
                problems.add(problem("materials." + material.key(), material.name()));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.FIELD_NOT_MARKED, PolicyProblem.FIELD_NOT_MARKED.title(), problems, Map.of());
        }
    }

    /** What was marked, and what is shown or hidden by it. */
    private Set<String> changeable() {
        Set<String> may = new HashSet<>();
        before.marked().items().forEach(mark -> may.add(mark.key()));
        form.form().fields().forEach(field -> {
            if (field.shownWhen() != null && may.contains(field.shownWhen().field())) {
                may.add(field.key());
            }
        });
        return may;
    }

    private static FieldProblem problem(String field, String label) {
        return new FieldProblem(field, "NOT_MARKED", "“" + label + "”没有被标注，不能修改");
    }
}
