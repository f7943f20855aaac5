package cn.zhengqi.finance.product;

import cn.zhengqi.matching.api.criteria.CriterionView;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A loan product as its page shows it.
 *
 * @param publishedBy the lender as the source names it, which may be less exact than {@code bankName}
 * @param source where the parameters were found
 */
public record LoanProductDetail(
        @JsonUnwrapped LoanProductView product,
        String confidence,
        List<CriterionView> criteria,
        String publishedBy,
        String source) {

    static LoanProductDetail of(LoanProduct it) {
        return new LoanProductDetail(
                LoanProductView.of(it), it.confidence(), it.criteria().clauses(), it.publishedBy(), it.source());
    }
}
