package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan product with its criteria, as finance-service publishes it. Parameters change: the bank's decision counts.
 *
 * @param id product code, such as L01
 * @param maxAmountWan upper limit in 万元, absent when not published
 * @param amount what is published about amounts besides; absent when nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductRule(
        String id,
        String edition,
        String title,
        String bank,
        String productType,
        @Nullable String guarantee,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer termMonths,
        @Nullable String rateText,
        Validity validity,
        boolean verified,
        @Nullable String confidence,
        @Nullable String source,
        Criterion criteria,
        @Nullable AmountRule amount)
        implements EligibilityRule {

    /** Under the name by which the platform knows the bank; sources call one bank by several. */
    public ProductRule offeredBy(String bank) {
        return new ProductRule(
                id,
                edition,
                title,
                bank,
                productType,
                guarantee,
                maxAmountWan,
                termMonths,
                rateText,
                validity,
                verified,
                confidence,
                source,
                criteria,
                amount);
    }

    /** The same product with another condition, such as one that decides a limit. */
    public ProductRule asking(String id, Criterion criteria) {
        return new ProductRule(
                id,
                edition,
                title,
                bank,
                productType,
                guarantee,
                maxAmountWan,
                termMonths,
                rateText,
                validity,
                verified,
                confidence,
                source,
                criteria,
                null);
    }

    @Override
    public List<Exclusion> exclusions() {
        return List.of();
    }

    @Override
    public @Nullable String grants() {
        return null;
    }
}
