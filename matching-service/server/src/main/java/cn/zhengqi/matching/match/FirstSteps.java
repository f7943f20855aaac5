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

    private final Map<String, List<FirstStep>> granting = new HashMap<>();

    FirstSteps(Library.Shelf shelf, LocalDate day) {
        Map<String, PolicyRule> byCode = new HashMap<>();
        for (int i = 0; i < shelf.book().size(); i++) {
            if (shelf.book().rule(i) instanceof PolicyRule policy) {
                byCode.put(policy.id(), policy);
            }
        }
        byCode.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(policy -> {
            PolicyRule current = inForce(policy, byCode, day);
            if (policy.grants() != null && current != null) {
                FirstStep step = new FirstStep(policy.grants(), shelf.idOf(current), current.id(), current.title());
                List<FirstStep> known = granting.computeIfAbsent(policy.grants(), any -> new ArrayList<>());
                if (!known.contains(step)) {
                    known.add(step);
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
        List<FirstStep> steps = List.of();
        for (String qualification : qualifications) {
            List<FirstStep> more = granting.getOrDefault(qualification, List.of());
            if (qualification.equals(rule.grants())) {
                more = more.stream()
                        .filter(step -> !step.code().equals(rule.id()))
                        .toList();
            }
            if (steps.isEmpty()) {
                steps = more;
            } else if (!more.isEmpty()) {
                List<FirstStep> both = new ArrayList<>(steps.size() + more.size());
                both.addAll(steps);
                both.addAll(more);
                steps = both;
            }
        }
        return steps;
    }
}
