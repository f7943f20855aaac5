package cn.zhengqi.finance.product;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan product in a list.
 *
 * @param maxAmountWan 万元; absent: not published
 * @param termMonths longest term; absent: not published
 * @param rateText as published, with its reservations
 * @param verified false: show 待核实
 */
public record LoanProductView(
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
        boolean verified) {

    static LoanProductView of(LoanProduct it) {
        return new LoanProductView(
                it.id(),
                it.code(),
                it.title(),
                it.bankId(),
                it.bankName(),
                it.productType(),
                it.guarantee(),
                it.maxAmountWan(),
                it.termMonths(),
                it.rateText(),
                it.summary(),
                it.pinSlot() != null,
                it.status(),
                it.verified());
    }
}
