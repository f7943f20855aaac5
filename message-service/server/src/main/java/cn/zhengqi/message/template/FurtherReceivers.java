package cn.zhengqi.message.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A role whose people are told of an event besides those whom it concerns, in-site and with covered variables: the case is not theirs.
 *
 * @param conditions under which they are told; none: whenever it happens
 * @param title with {@code body} words of their own; both absent: the same words
 * @param link of words of their own; with the same words theirs leads where the staff's does
 */
record FurtherReceivers(
        @NotNull(message = "请选择机构") Place place,

        @NotBlank(message = "请选择角色") @Size(max = 60, message = "角色不正确")
        String role,

        @NotNull(message = "缺少条件") @Size(max = 5, message = "条件最多 5 个")
        List<@NotNull(message = "条件不能为空") @Valid RuleCondition> conditions,

        @Nullable @Size(max = 200, message = "标题模板不超过 200 字")
        String title,

        @Nullable @Size(max = 3000, message = "正文模板不超过 3000 字")
        String body,

        @Nullable @Size(max = 300, message = "查看页面不超过 300 字")
        String link) {

    /** Where its people act. */
    enum Place {
        OPERATOR("运营机构"),
        /** With which the case is: the bank, the department. */
        CASE("办理机构");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    FurtherReceivers tidy() {
        return new FurtherReceivers(
                place,
                role.strip(),
                conditions.stream().map(RuleCondition::tidy).toList(),
                TemplateContent.orNull(title),
                TemplateContent.orNull(body),
                TemplateContent.orNull(link));
    }

    boolean hasOwnWords() {
        return title != null && body != null;
    }

    String inWords() {
        String when = conditions.stream().map(RuleCondition::inWords).collect(Collectors.joining("，"));
        return place.label() + " " + role + (when.isEmpty() ? "" : "（" + when + "）")
                + (hasOwnWords() ? "：" + title + " " + body : "");
    }
}
