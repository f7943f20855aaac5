package cn.zhengqi.finance.product;

import cn.zhengqi.matching.api.criteria.ProductRule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says about a product.
 *
 * @param maxAmountWan 万元; absent: not published
 * @param termMonths longest term; absent: not published
 * @param rateText as published, with its reservations
 * @param criteria as they are shown
 * @param rule the same conditions in the form that is matched
 * @param publishedBy the lender as the source names it
 * @param confidence {@code high} when every parameter was found in a source; anything else shows as 待核实
 */
public record PublishedTerms(
        String title,
        String productType,
        String guarantee,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer termMonths,
        String rateText,
        String summary,
        ProductCriteria criteria,
        ProductRule rule,
        String publishedBy,
        String source,
        String confidence) {}
