package cn.zhengqi.policy.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project with what it asks in the version that holds for new declarations.
 *
 * @param criteria its own conditions as a tree; absent where it has none
 */
public record ProjectDetail(
        @JsonUnwrapped ProjectView project,
        @Nullable Map<String, Object> criteria,
        FormDesign form,
        List<Material> materials,
        List<Step> steps) {

    static ProjectDetail of(ProjectView project, @Nullable Audience audience, ProjectForm form) {
        return new ProjectDetail(
                project,
                audience == null ? null : audience.criteria(),
                form.form(),
                form.papers(),
                form.steps().items());
    }
}
