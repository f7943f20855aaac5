package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules and profiles for tests. */
final class Rules {

    static final LocalDate AS_OF = LocalDate.of(2026, 3, 15);

    private Rules() {}

    static PolicyRule rule(Criterion criteria) {
        return rule("X01", criteria, Validity.OPEN);
    }

    static PolicyRule rule(String id, Criterion criteria, Validity validity) {
        return new PolicyRule(
                id, "1", "测试", "文号", "国家", "创新", validity, false, null, null, true, null, null, criteria, List.of());
    }

    static Truth truth(Criterion criteria, Object... facts) {
        return evaluate(criteria, facts).criteria(0);
    }

    static Evaluation evaluate(Criterion criteria, Object... facts) {
        return RuleBook.of(List.of(rule(criteria))).evaluate(vector(facts));
    }

    /** Facts as name, value, name, value. */
    static FactVector vector(@Nullable Object... facts) {
        return FactVector.of(FactDictionary.standard(), profile(facts), AS_OF);
    }

    static Map<String, Object> profile(@Nullable Object... facts) {
        Map<String, Object> profile = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            profile.put((String) facts[i], facts[i + 1]);
        }
        return profile;
    }

    static List<Double> years(@Nullable Double... years) {
        return Arrays.asList(years);
    }
}
