package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.project.ProjectForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the enterprise has to supplement, and may change: fields and materials by their keys. */
record Marks(List<Mark> items) {

    static final Marks NONE = new Marks(List.of());

    Marks {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }

    /** @param words about this one */
    record Mark(
            @NotBlank(message = "缺少标注的字段") @Size(max = 40, message = "标注的字段不存在")
            String key,

            @Nullable @Size(max = 200, message = "说明不超过 200 字")
            String words) {}

    /**
     * What the form calls that which they mark.
     *
     * @throws ProblemException NOTHING_MARKED; VALIDATION_FAILED for what the form does not ask
     */
    List<String> namesIn(ProjectForm form) {
        if (items.isEmpty()) {
            throw new ProblemException(PolicyProblem.NOTHING_MARKED);
        }
        Labels labels = Labels.of(form);
        return items.stream()
                .map(mark -> {
                    if (!labels.has(mark.key())) {
                        throw ProblemException.validation("marked", "UNKNOWN", "标注的“" + mark.key() + "”不在申报表中");
                    }
                    return labels.of(mark.key());
                })
                .toList();
    }

    boolean has(String key) {
        return items.stream().anyMatch(mark -> mark.key().equals(key));
    }
}
