package cn.zhengqi.finance.product;

import cn.zhengqi.matching.api.criteria.CriterionView;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan product as its page shows it.
 *
 * @param edition which edition of the product this is
 * @param current whether that is the one in force
 * @param offer what its bank tells besides; absent for a product from a public source
 * @param publishedBy the lender as the source names it, which may be less exact than {@code bankName}
 * @param source where the parameters were found
 */
public record LoanProductDetail(
        @JsonUnwrapped LoanProductView product,
        int edition,
        boolean current,
        String confidence,
        List<CriterionView> criteria,
        @Nullable ProductOffer offer,
        String publishedBy,
        String source) {

    static LoanProductDetail of(LoanProduct it) {
        return of(it, it.edition(), it.terms());
    }

    static LoanProductDetail of(LoanProduct it, int edition, PublishedTerms terms) {
        return new LoanProductDetail(
                LoanProductView.of(it, terms),
                edition,
                edition == it.edition(),
                terms.confidence(),
                terms.criteria().clauses(),
                terms.offer(),
                terms.publishedBy(),
                terms.source());
    }
}
