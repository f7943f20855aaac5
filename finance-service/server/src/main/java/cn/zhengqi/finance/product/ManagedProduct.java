package cn.zhengqi.finance.product;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan product in the console.
 *
 * @param version to be sent with the next action
 */
public record ManagedProduct(
        UUID id,
        String code,
        String title,
        UUID bankId,
        String bankName,
        String productType,
        String guarantee,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer termMonths,
        String rateText,
        String summary,
        boolean pinned,
        ProductStatus status,
        boolean verified,
        String confidence,
        int version) {}
