package cn.zhengqi.auth.registration;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.field.PersonName;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What someone fills in to open an account.
 *
 * @param code that was sent to the phone: nobody opens an account for another's
 * @param agreed to the terms of service and the privacy statement
 */
record Registration(
        @NotNull UserType userType,

        @NotBlank @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
        String phone,

        @NotNull @Pattern(regexp = "[0-9]{6}", message = "请填写 6 位数字")
        String code,

        @NotBlank @Size(max = 72) String password,
        @NotBlank @Size(max = 50) @PersonName String displayName,
        @NotNull Channel channel,
        @AssertTrue(message = "请阅读并同意服务协议和隐私政策") boolean agreed) {}
