package cn.zhengqi.policy.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A project with what it asks in the version that holds for new declarations. */
public record ProjectDetail(
        @JsonUnwrapped ProjectView project, FormDesign form, List<Material> materials, List<Step> steps) {

    static ProjectDetail of(ProjectView project, ProjectForm form) {
        return new ProjectDetail(
                project, form.form(), form.papers(), form.steps().items());
    }
}
