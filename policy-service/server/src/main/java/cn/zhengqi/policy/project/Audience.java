package cn.zhengqi.policy.project;

import cn.zhengqi.matching.api.criteria.CriterionView;
import java.util.List;
import java.util.Map;

/**
 * Whom a project is for, besides what its policy asks: conditions of its own, which hold beside those of the policy.
 *
 * @param criteria the tree as JSON
 * @param clauses the same as it is read by people, in the words of the engine that matches
 */
public record Audience(Map<String, Object> criteria, List<CriterionView> clauses) {

    public Audience {
        clauses = List.copyOf(clauses);
    }
}
