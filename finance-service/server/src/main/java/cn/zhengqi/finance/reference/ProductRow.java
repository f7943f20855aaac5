package cn.zhengqi.finance.reference;

import cn.zhengqi.finance.product.ProductCriteria;
import cn.zhengqi.finance.product.PublishedTerms;
import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of {@code reference/loan_products.jsonl}. */
record ProductRow(
        String id,
        String title,
        String bank,
        String productType,
        String guarantee,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer termMonths,
        String rateText,
        List<Row> criteria,
        String summary,
        String source,
        String confidence) {

    record Row(
            String field,
            String text,
            boolean sure,
            @Nullable String group) {}

    /** @param rule the same conditions in the form that is matched */
    PublishedTerms terms(ProductRule rule) {
        RateInWords rate = RateInWords.of(rateText);
        return new PublishedTerms(
                title,
                productType,
                guarantee,
                null,
                maxAmountWan,
                null,
                termMonths,
                rate.min(),
                rate.max(),
                rateText,
                summary,
                new ProductCriteria(criteria.stream()
                        .map(row -> new CriterionView(labelOf(row.field()), row.text(), row.sure(), row.group()))
                        .toList()),
                rule,
                null,
                bank,
                source,
                confidence);
    }

    private static String labelOf(String fact) {
        FactDefinition definition = FactDictionary.standard().find(fact);
        return definition == null ? "准入条件" : definition.label();
    }
}
