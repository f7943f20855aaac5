package cn.zhengqi.finance.product;

import cn.zhengqi.matching.api.criteria.CriterionView;
import java.util.List;

/** The conditions of a product, stored as they are shown. */
public record ProductCriteria(List<CriterionView> clauses) {

    public ProductCriteria {
        clauses = List.copyOf(clauses);
    }
}
