package cn.zhengqi.matching.reference;

import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The rules that ship with the platform: {@code policy_rules.jsonl}. */
public final class ReferenceRules {

    private ReferenceRules() {}

    /** Policies and loan products, those of the whole country before those of the district. */
    public static List<EligibilityRule> all() {
        JsonMapper json = JsonMapper.builder().build();
        return ReferenceFiles.lines("policy_rules.jsonl").stream()
                .map(line -> json.readValue(line, EligibilityRule.class))
                .toList();
    }

    public static List<PolicyRule> policies() {
        return all().stream()
                .filter(PolicyRule.class::isInstance)
                .map(PolicyRule.class::cast)
                .toList();
    }

    public static List<ProductRule> products() {
        return all().stream()
                .filter(ProductRule.class::isInstance)
                .map(ProductRule.class::cast)
                .toList();
    }
}
