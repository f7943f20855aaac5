package cn.zhengqi.policy.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a project.
 *
 * @param closesOn last day on which can be submitted
 * @param quota how many declarations are taken; absent: any number
 * @param barring whether who does not qualify, by the policy's conditions or by those of the project, may not declare at all
 * @param criteria conditions of its own as a tree, which hold beside those of the policy; absent: it has none
 */
public record ProjectContent(
        @NotBlank(message = "请填写项目名称") @Size(max = 100, message = "项目名称不超过 100 字")
        String title,

        @Nullable @Size(max = 2000, message = "申报说明不超过 2000 字")
        String summary,

        @NotNull(message = "请填写申报开始日期") LocalDate opensOn,
        @NotNull(message = "请填写申报截止日期") LocalDate closesOn,

        @Nullable @Min(value = 1, message = "名额为 1 至 100000") @Max(value = 100_000, message = "名额为 1 至 100000")
        Integer quota,

        boolean barring,
        @Nullable Map<String, Object> criteria,
        @NotNull(message = "请设计申报表") @Valid FormDesign form,
        @Size(max = 30, message = "材料不超过 30 项") List<@Valid Material> materials,

        @NotEmpty(message = "至少有一个办理环节") @Size(max = 5, message = "办理环节不超过 5 个")
        List<@Valid Step> steps) {

    public ProjectContent {
        materials = List.copyOf(Objects.requireNonNullElse(materials, List.of()));
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
    }

    ProjectContent with(List<Step> others) {
        return new ProjectContent(title, summary, opensOn, closesOn, quota, barring, criteria, form, materials, others);
    }
}
