package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Exclusion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.benefit.BenefitSums;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which policies cannot be enjoyed together. An exclusion that only one of two documents states holds for both. Those that lower the rate of income tax stand beside each other whether or not a document
 * says so: one income is taxed at one rate.
 */
final class Exclusions {

    private final Map<String, Map<String, Clause>> excluded = new HashMap<>();
    private final Map<String, BigDecimal> rates = new HashMap<>();

    Exclusions(List<PolicyRule> rules) {
        for (PolicyRule rule : rules) {
            BenefitSums.loweredRate(rule.benefit()).ifPresent(rate -> rates.put(rule.id(), rate));
            for (Exclusion exclusion : rule.exclusions()) {
                excludes(rule.id(), exclusion.with(), exclusion.clause());
                excludes(exclusion.with(), rule.id(), exclusion.clause());
            }
        }
    }

    /** Whether it may have to give way to another, or another to it. */
    boolean concern(String code) {
        return excluded.containsKey(code) || rates.containsKey(code);
    }

    /** The rate of income tax to which a policy lowers it, in percent; null where it does not. */
    @Nullable
    BigDecimal rate(String code) {
        return rates.get(code);
    }

    /** By code the policies that a policy excludes, and the words that say so. */
    Map<String, Clause> of(String code) {
        return excluded.getOrDefault(code, Map.of());
    }

    private void excludes(String one, String other, Clause clause) {
        excluded.computeIfAbsent(one, none -> new LinkedHashMap<>()).putIfAbsent(other, clause);
    }
}
