package cn.zhengqi.auth.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a system wants to be told, and of what.
 *
 * @param version of the webhook that the person saw; absent for the first
 */
record WebhookForm(
        @Nullable Integer version,

        @NotBlank(message = "请填写接收地址") @Size(max = 500, message = "接收地址不超过 500 字")
        String url,

        @NotEmpty(message = "请选择事件") @Size(max = 20) List<@NotNull WebhookEvent> events) {}
