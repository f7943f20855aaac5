package cn.zhengqi.message.notification;

import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.push.PushChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is told, to whom, by which ways and when, as an operator types it.
 *
 * @param link path of the platform, where there is more to read
 * @param sendAt absent: as soon as it may be
 * @param mandatory what everybody has to know: nobody's choice of ways holds for it; absent: it does
 */
public record NotificationContent(
        @NotNull(message = "请选择通知类型") MessageKind kind,

        @NotBlank(message = "请填写标题") @Size(max = 100, message = "标题不超过 100 字")
        String title,

        @NotBlank(message = "请填写正文") @Size(max = 2000, message = "正文不超过 2000 字")
        String body,

        @Size(max = 200, message = "链接不超过 200 字")
        @Pattern(regexp = "/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*", message = "链接应为平台内的页面地址，以 / 开头，如 /policies")
        @Nullable
        String link,

        @NotEmpty(message = "请选择通知方式") List<@NotNull(message = "通知方式不能为空") PushChannel> channels,

        @NotNull(message = "请选择接收范围") @Valid Conditions audience,

        @Nullable OffsetDateTime sendAt,

        @Nullable Boolean mandatory) {

    NotificationContent to(Conditions meant) {
        return new NotificationContent(kind, title, body, link, channels, meant, sendAt, mandatory);
    }

    /** Each once, in one order. */
    Set<PushChannel> ways() {
        return EnumSet.copyOf(channels);
    }
}
