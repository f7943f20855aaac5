package cn.zhengqi.finance.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan product that an enterprise wants to find again (PORTAL-13), as it is now.
 *
 * @param maxAmountWan 万元; absent: not published
 * @param termMonths longest term; absent: not published
 * @param rateText as published, with its reservations
 */
public record FavouriteProduct(
        UUID id,
        String code,
        String title,
        String bankName,
        String productType,
        String guarantee,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer termMonths,
        String rateText,
        ProductStatus status,
        Instant addedAt) {}
