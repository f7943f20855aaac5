package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiScope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;

/**
 * What staff allow.
 *
 * @param version of the application that they read
 * @param scopes all that was asked for, or less
 * @param validUntil the last day
 */
record Approval(
        @NotNull(message = "缺少版本号") Integer version,
        @NotEmpty(message = "至少保留一项接口权限") List<@NotNull OpenApiScope> scopes,

        @Min(value = 1, message = "每分钟次数至少为 1") @Max(value = 6000, message = "每分钟次数不超过 6000")
        int perMinute,

        @Min(value = 1, message = "每日次数至少为 1") @Max(value = 1_000_000, message = "每日次数不超过 1000000")
        int perDay,

        @NotNull(message = "请填写有效期") LocalDate validUntil) {}
