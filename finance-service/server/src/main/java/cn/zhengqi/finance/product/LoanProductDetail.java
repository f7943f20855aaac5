package cn.zhengqi.finance.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan product as its page shows it.
 *
 * @param publishedBy the lender as the source names it, which may be less exact than {@code bankName}
 * @param source where the parameters were found
 * @param note whose word counts
 */
public record LoanProductDetail(
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
        List<CriterionView> criteria,
        String publishedBy,
        String source,
        String note) {

    private static final String NOTE = "产品参数以银行核定为准";

    static LoanProductDetail of(LoanProduct it) {
        return new LoanProductDetail(
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
                it.verified(),
                it.confidence(),
                it.criteria().clauses(),
                it.publishedBy(),
                it.source(),
                NOTE);
    }
}
