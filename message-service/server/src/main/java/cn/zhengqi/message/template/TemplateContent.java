package cn.zhengqi.message.template;

import cn.zhengqi.message.push.PushChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a notice, the ways by which it goes, and its rules.
 *
 * @param link to a page inside the receiver's application
 * @param weChat what stands in WeChat, in template and subscription messages, in place of the title
 * @param sms what stands in the text message in place of the title
 * @param conditions all of which have to hold, or those whom the event concerns are not told
 * @param others who is told besides
 */
record TemplateContent(
        @NotBlank(message = "请填写标题") @Size(max = 200, message = "标题模板不超过 200 字")
        String title,

        @NotBlank(message = "请填写正文") @Size(max = 3000, message = "正文模板不超过 3000 字")
        String body,

        @Nullable @Size(max = 300, message = "查看页面不超过 300 字")
        String link,

        @NotEmpty(message = "请选择通知方式") List<@NotNull(message = "通知方式不能为空") PushChannel> ways,

        @Nullable @Size(max = 200, message = "公众号文字模板不超过 200 字")
        String weChat,

        @Nullable @Size(max = 200, message = "短信文字模板不超过 200 字")
        String sms,

        @NotNull(message = "缺少条件") @Size(max = 5, message = "条件最多 5 个")
        List<@NotNull(message = "条件不能为空") @Valid RuleCondition> conditions,

        @NotNull(message = "缺少另行通知的角色") @Size(max = 5, message = "另行通知的角色最多 5 个")
        List<@NotNull(message = "角色不能为空") @Valid FurtherReceivers> others) {

    /** Without rules, in the inbox alone. */
    static TemplateContent inSite(String title, String body, @Nullable String link) {
        return new TemplateContent(title, body, link, List.of(PushChannel.IN_SITE), null, null, List.of(), List.of());
    }

    boolean isTold(NoticeKind<?> kind, Map<String, String> values) {
        return RuleCondition.allHold(conditions, kind, values);
    }

    /** Who is told of this besides. */
    List<FurtherReceivers> othersTold(NoticeKind<?> kind, Map<String, String> values) {
        return others.stream()
                .filter(it -> RuleCondition.allHold(it.conditions(), kind, values))
                .toList();
    }

    /** As it is kept: without what stands around it, nothing where nothing was typed, and the ways in one order. */
    TemplateContent tidy() {
        return new TemplateContent(
                title.strip(),
                body.strip(),
                orNull(link),
                ways.stream().distinct().sorted().toList(),
                orNull(weChat),
                orNull(sms),
                conditions.stream().map(RuleCondition::tidy).toList(),
                others.stream().map(FurtherReceivers::tidy).toList());
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
