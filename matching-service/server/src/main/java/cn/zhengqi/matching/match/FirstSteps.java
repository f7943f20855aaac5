package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.library.Library;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which policy on the shelf grants which qualification on a day: what has been replaced leads to what replaces it. */
final class FirstSteps {

    private final Map<String, List<PolicyRule>> granting = new HashMap<>();
    private final Library.Shelf shelf;

    FirstSteps(Library.Shelf shelf, LocalDate day) {
        this.shelf = shelf;
        Map<String, PolicyRule> byCode = new HashMap<>();
        for (int i = 0; i < shelf.book().size(); i++) {
            if (shelf.book().rule(i) instanceof PolicyRule policy) {
                byCode.put(policy.id(), policy);
            }
        }
        byCode.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(policy -> {
            PolicyRule current = inForce(policy, byCode, day);
            if (policy.grants() != null && current != null) {
                List<PolicyRule> known = granting.computeIfAbsent(policy.grants(), any -> new ArrayList<>());
                if (!known.contains(current)) {
                    known.add(current);
                }
            }
        });
    }

    private static @Nullable PolicyRule inForce(PolicyRule policy, Map<String, PolicyRule> byCode, LocalDate day) {
        Validity.Status status = policy.statusOn(day);
        String successor = policy.validity().supersededBy();
        if (status == Validity.Status.SUPERSEDED && successor != null) {
            return byCode.get(successor);
        }
        return status == Validity.Status.EXPIRED ? null : policy;
    }

    /** To be taken before the rule can be met; a rule is no step towards itself. */
    List<FirstStep> towards(EligibilityRule rule, List<String> qualifications) {
        if (qualifications.isEmpty()) {
            return List.of();
        }
        return qualifications.stream()
                .flatMap(qualification -> granting.getOrDefault(qualification, List.of()).stream()
                        .filter(policy -> !policy.id().equals(rule.id()))
                        .map(policy -> new FirstStep(qualification, shelf.idOf(policy), policy.id(), policy.title())))
                .toList();
    }
}
