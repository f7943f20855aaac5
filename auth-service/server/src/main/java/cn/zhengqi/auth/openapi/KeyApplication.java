package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who wants a key for their system.
 *
 * @param publicKey PEM of the SM2 key pair with which the system will sign; absent: it signs with a shared secret
 * @param addresses from which the system will call: single ones or ranges as {@code 203.0.113.0/24}
 */
record KeyApplication(
        @NotBlank(message = "请填写系统名称") @Size(max = 50, message = "系统名称不超过 50 字")
        String systemName,

        @NotBlank(message = "请说明用途") @Size(max = 500, message = "用途不超过 500 字")
        String purpose,

        @NotBlank(message = "请填写联系人") @Size(max = 50, message = "联系人不超过 50 字")
        String contactName,

        @NotBlank(message = "请填写联系电话") @Pattern(regexp = "[0-9+()\\- ]{7,20}", message = "联系电话不正确")
        String contactPhone,

        @NotNull(message = "请选择环境") KeyEnvironment environment,

        @Nullable @Size(max = 2000, message = "公钥过长") String publicKey,

        @NotEmpty(message = "请选择接口权限") @Size(max = 20) List<@NotNull OpenApiScope> scopes,

        @NotEmpty(message = "请填写调用地址") @Size(max = 20, message = "调用地址不超过 20 个")
        List<@NotBlank(message = "调用地址不能为空") @Size(max = 50, message = "不是 IP 地址或网段") String> addresses) {}
