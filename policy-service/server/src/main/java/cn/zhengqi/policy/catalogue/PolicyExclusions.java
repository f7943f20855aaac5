package cn.zhengqi.policy.catalogue;

import cn.zhengqi.matching.api.criteria.Exclusion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which policies cannot be had together. What only one of two documents states holds for both, as in matching. */
@Component
class PolicyExclusions {

    private final PolicyExclusionMapper exclusions;

    PolicyExclusions(PolicyExclusionMapper exclusions) {
        this.exclusions = exclusions;
    }

    /** What the edition states, then what others state of the policy; of two that state the same, its own words. */
    List<IncompatiblePolicy> of(Policy policy, @Nullable PolicyRule rule) {
        Map<String, IncompatiblePolicy> found = new LinkedHashMap<>();
        List<Exclusion> stated = rule == null ? List.of() : rule.exclusions();
        Map<String, PolicyRef> others =
                inForce(stated.stream().map(Exclusion::with).toList());
        for (Exclusion one : stated) {
            PolicyRef other = others.get(one.with());
            if (other != null && !other.id().equals(policy.id())) {
                found.putIfAbsent(
                        other.code(),
                        new IncompatiblePolicy(
                                other,
                                one.clause().text(),
                                one.clause().place(),
                                one.clause().certain()));
            }
        }
        exclusions
                .ofOthers(policy.id(), policy.code())
                .forEach(row -> found.putIfAbsent(row.code(), row.incompatible()));
        return List.copyOf(found.values());
    }

    /** By code those of them that can be read. */
    Map<String, PolicyRef> inForce(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : exclusions.inForce(codes.stream().distinct().toList()).stream()
                        .collect(Collectors.toMap(PolicyRef::code, Function.identity()));
    }
}
