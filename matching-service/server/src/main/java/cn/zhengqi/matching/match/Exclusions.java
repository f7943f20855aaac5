package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Exclusion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which policies cannot be enjoyed together. An exclusion that only one of two documents states holds for both. */
final class Exclusions {

    private final Map<String, Map<String, Clause>> excluded = new HashMap<>();

    Exclusions(List<PolicyRule> rules) {
        for (PolicyRule rule : rules) {
            for (Exclusion exclusion : rule.exclusions()) {
                excludes(rule.id(), exclusion.with(), exclusion.clause());
                excludes(exclusion.with(), rule.id(), exclusion.clause());
            }
        }
    }

    boolean concern(String code) {
        return excluded.containsKey(code);
    }

    /** By code the policies that a policy excludes, and the words that say so. */
    Map<String, Clause> of(String code) {
        return excluded.getOrDefault(code, Map.of());
    }

    private void excludes(String one, String other, Clause clause) {
        excluded.computeIfAbsent(one, none -> new LinkedHashMap<>()).putIfAbsent(other, clause);
    }
}
