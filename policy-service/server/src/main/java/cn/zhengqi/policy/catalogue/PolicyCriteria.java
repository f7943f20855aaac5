package cn.zhengqi.policy.catalogue;

import cn.zhengqi.matching.api.criteria.CriterionView;
import java.util.List;

/** The conditions of an edition, stored as they are shown. */
public record PolicyCriteria(List<CriterionView> clauses) {

    public PolicyCriteria {
        clauses = List.copyOf(clauses);
    }
}
