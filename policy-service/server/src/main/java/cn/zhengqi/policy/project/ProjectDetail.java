package cn.zhengqi.policy.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project with what it asks in the version that holds for new declarations.
 *
 * @param policyBeginsOn the first day of its policy, where that is yet to come: one may declare before
 * @param criteria its own conditions as a tree; absent where it has none
 */
public record ProjectDetail(
        @JsonUnwrapped ProjectView project,
        @Nullable LocalDate policyBeginsOn,
        @Nullable Map<String, Object> criteria,
        FormDesign form,
        List<Material> materials,
        List<Step> steps) {

    static ProjectDetail of(
            ProjectView project, @Nullable LocalDate policyBeginsOn, @Nullable Audience audience, ProjectForm form) {
        return new ProjectDetail(
                project,
                policyBeginsOn,
                audience == null ? null : audience.criteria(),
                form.form(),
                form.papers(),
                form.steps().items());
    }
}
