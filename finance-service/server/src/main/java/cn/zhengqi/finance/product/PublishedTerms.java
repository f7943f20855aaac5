package cn.zhengqi.finance.product;

import cn.zhengqi.matching.api.criteria.ProductRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says about a product.
 *
 * @param minAmountWan 万元; absent: not published
 * @param maxAmountWan 万元; absent: not published
 * @param minTermMonths shortest term; absent: not published
 * @param termMonths longest term; absent: not published
 * @param minRate percent a year; absent: only the words are known
 * @param maxRate absent also where the words say only where rates begin
 * @param rateText as published, with its reservations
 * @param criteria as they are shown
 * @param rule the same conditions in the form that is matched
 * @param publishedBy the lender as the source names it
 * @param offer what its bank tells besides; absent for a product from a public source
 * @param confidence {@code high} when every parameter was found in a source; anything else shows as 待核实
 */
public record PublishedTerms(
        String title,
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
        ProductCriteria criteria,
        ProductRule rule,
        @Nullable ProductOffer offer,
        String publishedBy,
        String source,
        String confidence) {

    /** The last day on which it is matched and applied for; absent: open, or not certain. */
    @Nullable
    LocalDate matchedUntil() {
        return rule.validity().toCertain() ? rule.validity().to() : null;
    }
}
