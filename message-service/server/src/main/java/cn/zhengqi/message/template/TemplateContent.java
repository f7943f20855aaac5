package cn.zhengqi.message.template;

import cn.zhengqi.message.push.PushChannel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a notice and the ways by which it goes.
 *
 * @param link to a page inside the receiver's application
 * @param weChat what stands there in place of the title
 * @param sms what stands in the text message in place of the title
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
        String sms) {

    /** As it is kept: without what stands around it, nothing where nothing was typed, and the ways in one order. */
    TemplateContent tidy() {
        return new TemplateContent(
                title.strip(),
                body.strip(),
                orNull(link),
                ways.stream().distinct().sorted().toList(),
                orNull(weChat),
                orNull(sms));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
