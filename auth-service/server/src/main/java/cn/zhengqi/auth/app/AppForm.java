package cn.zhengqi.auth.app;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an application when it is registered or changed.
 *
 * @param name as people read it who are asked whether it may know them
 * @param owner who runs it
 * @param kind stays what it was registered with
 * @param redirectUris where people are sent back to, each exactly so
 * @param postLogoutUris where they are sent after signing out there
 * @param backChannelLogoutUri where the application itself is told that a sign-in ended; blank: nowhere
 * @param plainPhone whether it gets phones as they are, not covered
 * @param version of the application that was changed; absent when it is registered
 */
record AppForm(
        @NotBlank(message = "请填写应用名称") @Size(max = 50, message = "应用名称不超过 50 字")
        String name,

        @NotBlank(message = "请填写主管单位") @Size(max = 100, message = "主管单位不超过 100 字")
        String owner,

        @Nullable @Size(max = 200, message = "应用说明不超过 200 字")
        String intro,

        @NotNull(message = "请选择应用类型") AppKind kind,

        @NotEmpty(message = "请填写回调地址") @Size(max = 10, message = "回调地址不超过 10 个")
        List<@NotBlank(message = "回调地址不能为空") @Size(max = 300, message = "回调地址不超过 300 字") String> redirectUris,

        @NotNull(message = "缺少退出后地址") @Size(max = 10, message = "退出后地址不超过 10 个")
        List<@NotBlank(message = "退出后地址不能为空") @Size(max = 300, message = "退出后地址不超过 300 字") String> postLogoutUris,

        @Nullable @Size(max = 300, message = "退出通知地址不超过 300 字")
        String backChannelLogoutUri,

        @NotNull(message = "缺少授权范围") @Size(max = 10) List<@NotNull AppScope> scopes,

        boolean plainPhone,

        @Nullable Integer version) {}
