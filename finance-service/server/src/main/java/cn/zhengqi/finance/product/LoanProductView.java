package cn.zhengqi.finance.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan product in a list.
 *
 * @param minAmountWan 万元; absent: not published
 * @param maxAmountWan 万元; absent: not published
 * @param minTermMonths shortest term; absent: not published
 * @param termMonths longest term; absent: not published
 * @param minRate percent a year; absent: only the words are known
 * @param rateText as published, with its reservations
 * @param repayments ways of paying it back; none: not published
 * @param matchedUntil the last day on which it can be applied for; absent: open
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
        @Nullable BigDecimal minAmountWan,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer minTermMonths,
        @Nullable Integer termMonths,
        @Nullable BigDecimal minRate,
        @Nullable BigDecimal maxRate,
        String rateText,
        String summary,
        List<RepaymentWay> repayments,
        boolean pinned,
        ProductStatus status,
        @Nullable LocalDate matchedUntil,
        boolean verified) {

    static LoanProductView of(LoanProduct it) {
        return of(it, it.terms());
    }

    /** The product with what one of its editions said. */
    static LoanProductView of(LoanProduct it, PublishedTerms terms) {
        ProductOffer offer = terms.offer();
        return new LoanProductView(
                it.id(),
                it.code(),
                terms.title(),
                it.bankId(),
                it.bankName(),
                terms.productType(),
                terms.guarantee(),
                terms.minAmountWan(),
                terms.maxAmountWan(),
                terms.minTermMonths(),
                terms.termMonths(),
                terms.minRate(),
                terms.maxRate(),
                terms.rateText(),
                terms.summary(),
                offer == null ? List.of() : offer.repayments(),
                it.pinSlot() != null,
                it.status(),
                terms.matchedUntil(),
                terms.confidence().equals("high"));
    }
}
