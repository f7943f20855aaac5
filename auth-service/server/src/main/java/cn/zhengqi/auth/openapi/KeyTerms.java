package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiScope;
import cn.zhengqi.web.field.Explanation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * On what an approved key may be used from now on.
 *
 * @param version of the key that the person saw
 * @param scopes those it has, or fewer: for more its owner applies
 * @param addresses from which the system calls: single ones or ranges as {@code 203.0.113.0/24}
 * @param validUntil the last day
 * @param reason why, for the owner
 */
record KeyTerms(
        @NotNull(message = "缺少版本号") Integer version,
        @NotEmpty(message = "至少保留一项接口权限") List<@NotNull OpenApiScope> scopes,

        @NotEmpty(message = "请填写调用地址") @Size(max = 20, message = "调用地址不超过 20 个")
        List<@NotBlank(message = "调用地址不能为空") @Size(max = 50, message = "不是 IP 地址或网段") String> addresses,

        @Min(value = 1, message = "每分钟次数至少为 1") @Max(value = 6000, message = "每分钟次数不超过 6000")
        int perMinute,

        @Min(value = 1, message = "每日次数至少为 1") @Max(value = 1_000_000, message = "每日次数不超过 1000000")
        int perDay,

        @NotNull(message = "请填写有效期") LocalDate validUntil,

        @NotBlank(message = "请说明原因") @Explanation(of = "原因") String reason) {}
