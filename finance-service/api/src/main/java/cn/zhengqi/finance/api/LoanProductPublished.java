package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import cn.zhengqi.matching.api.criteria.ProductRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan product can be applied for from now on: at first, and again after it was suspended.
 *
 * @param maxAmountWan 万元; absent: not published
 * @param termMonths longest term; absent: not published
 * @param rateText as published, with its reservations
 * @param rule whom the product is for
 */
@EventType(value = "finance.LoanProductPublished", kept = Kept.FOR_REBUILDING)
public record LoanProductPublished(
        UUID productId,
        String code,
        String title,
        UUID bankId,
        String bankName,
        String productType,
        String guarantee,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer termMonths,
        String rateText,
        ProductRule rule,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return productId;
    }
}
