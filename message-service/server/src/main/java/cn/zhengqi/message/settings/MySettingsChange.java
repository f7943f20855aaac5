package cn.zhengqi.message.settings;

import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.ways.Quiet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told from now on.
 *
 * @param quietFrom as {@code 22:30}, with hours of their own alone
 * @param choices of kinds that are not told as offered; all others are
 */
record MySettingsChange(
        @NotNull(message = "缺少版本号") Integer version,
        @NotNull(message = "请选择免打扰时段") Quiet.Mode quiet,

        @Nullable @Pattern(regexp = MySettingsChange.TIME, message = "时间应为 22:30 的格式")
        String quietFrom,

        @Nullable @Pattern(regexp = MySettingsChange.TIME, message = "时间应为 22:30 的格式")
        String quietTo,

        @NotNull(message = "缺少消息类型") @Size(max = 200, message = "消息类型过多")
        List<@NotNull(message = "消息类型不能为空") @Valid Chosen> choices) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    record Chosen(
            @NotBlank(message = "缺少消息类型") String code,
            @NotNull(message = "缺少接收方式") List<@NotNull(message = "接收方式不能为空") PushChannel> declined,
            @NotNull(message = "请选择是否每日汇总") Boolean digest) {}
}
