package cn.zhengqi.finance.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank's offer.
 *
 * @param amount yuan
 * @param rate percent a year
 * @param until last day on which it can be chosen
 */
public record OfferView(
        UUID productId,
        String productTitle,
        BigDecimal amount,
        BigDecimal rate,
        int termMonths,
        LocalDate until,
        @Nullable String words,
        OffsetDateTime offeredAt) {}
