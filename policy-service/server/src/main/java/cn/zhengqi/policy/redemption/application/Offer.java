package cn.zhengqi.policy.redemption.application;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param basis the figure by which the project's rule goes, where it goes by one */
record Offer(
        @NotNull(message = "请选择企业") UUID enterpriseId,

        @Nullable @PositiveOrZero(message = "不能小于 0") @Digits(integer = 12, fraction = 2, message = "最多两位小数")
        BigDecimal basis) {}
