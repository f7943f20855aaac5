package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.api.match.ConditionResult.Outcome;
import cn.zhengqi.matching.match.FirstStep;
import cn.zhengqi.matching.match.PolicyMatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do so that a policy can be had: a qualification is got by another one, a figure is raised, points are gained, or a day is waited for. Each line is needed; what
 * is enough alone stands with the others in one line, the nearest first.
 */
final class Advice {

    private static final int MOST_NAMED = 3;

    private final LocalDate asOf;
    private final Map<String, PolicyMatch> matched = new HashMap<>();

    /** @param policies all that the enterprise was held against: a qualification that is far away is told as such */
    Advice(LocalDate asOf, List<PolicyMatch> policies) {
        this.asOf = asOf;
        policies.forEach(policy -> matched.put(policy.code(), policy));
    }

    /** Never empty: where there is no step, it is told what is missing. */
    List<String> of(PolicyMatch policy) {
        List<Way> ways = needed(policy.conditions(), policy.firstSteps());
        if (ways.isEmpty()) {
            ways = policy.firstSteps().stream().map(this::towards).toList();
        }
        if (!ways.isEmpty()) {
            return ways.stream().map(Way::words).toList();
        }
        List<String> gaps = gaps(policy.conditions());
        LocalDate begins = policy.beginsOn();
        if (gaps.isEmpty() && begins != null) {
            return List.of("等到" + BusinessTime.inWords(begins) + "施行");
        }
        return List.of(gaps.isEmpty() ? "补上差的一项" : "补上差的一项：" + String.join("；", gaps));
    }

    /** What the failing conditions say of their gap; of a combination what its own words say, else what its parts say. */
    static List<String> gaps(List<ConditionResult> conditions) {
        List<String> gaps = new ArrayList<>();
        for (ConditionResult condition : conditions) {
            if (condition.outcome() != Outcome.NOT_MET) {
                continue;
            }
            if (condition.gapText() != null) {
                gaps.add(condition.gapText());
            } else if (condition.children() != null) {
                gaps.addAll(gaps(condition.children()));
            }
        }
        return gaps;
    }

    /** @param far how many things are missing for it */
    private record Way(String words, int far) {}

    private List<Way> needed(List<ConditionResult> conditions, List<FirstStep> steps) {
        return conditions.stream()
                .filter(condition -> condition.outcome() == Outcome.NOT_MET)
                .flatMap(condition -> ways(condition, steps).stream())
                .toList();
    }

    /** All of them are needed. */
    private List<Way> ways(ConditionResult condition, List<FirstStep> steps) {
        List<ConditionResult> parts = Objects.requireNonNullElse(condition.children(), List.of());
        Choice choice = condition.choice();
        if (choice == Choice.SCORE) {
            int far = NumericSteps.reaches(condition) ? 1 : MOST_NAMED;
            return NumericSteps.of(List.of(condition), asOf).stream()
                    .map(words -> new Way(words, far))
                    .toList();
        }
        if (parts.isEmpty()) {
            return leaf(condition, steps);
        }
        if (choice == Choice.ALL || choice == Choice.BAND) {
            return needed(parts, steps);
        }
        List<Way> each = parts.stream()
                .filter(part -> part.outcome() == Outcome.NOT_MET)
                .flatMap(part -> choice == Choice.ANY && part.choice() == Choice.ANY
                        ? alternatives(part, steps).stream()
                        : together(ways(part, steps)).stream())
                .toList();
        return choice == Choice.ANY ? oneOf(each) : someOf(each);
    }

    private List<Way> alternatives(ConditionResult any, List<FirstStep> steps) {
        return Objects.requireNonNullElse(any.children(), List.<ConditionResult>of()).stream()
                .filter(part -> part.outcome() == Outcome.NOT_MET)
                .flatMap(part -> together(ways(part, steps)).stream())
                .toList();
    }

    private static List<Way> together(List<Way> ways) {
        return ways.size() < 2
                ? ways
                : List.of(new Way(
                        ways.stream().map(Way::words).collect(Collectors.joining("，并")),
                        ways.stream().mapToInt(Way::far).sum()));
    }

    private static List<Way> oneOf(List<Way> ways) {
        List<Way> nearest =
                ways.stream().sorted(Comparator.comparingInt(Way::far)).toList();
        return nearest.size() < 2
                ? nearest
                : List.of(new Way(
                        "任选一项：" + nearest.stream().map(Way::words).collect(Collectors.joining("；或 ")),
                        nearest.getFirst().far()));
    }

    private static List<Way> someOf(List<Way> ways) {
        return ways.size() < 2
                ? ways
                : List.of(new Way(
                        "从以下各项补足所差的项数：" + ways.stream().map(Way::words).collect(Collectors.joining("；")),
                        ways.stream().mapToInt(Way::far).min().orElse(1)));
    }

    private List<Way> leaf(ConditionResult condition, List<FirstStep> steps) {
        List<Way> numeric = NumericSteps.of(List.of(condition), asOf).stream()
                .map(words -> new Way(words, 1))
                .toList();
        if (!numeric.isEmpty()) {
            return numeric;
        }
        List<Way> first = steps.stream()
                .filter(step -> asksFor(condition, step.qualification()))
                .map(this::towards)
                .toList();
        if (!first.isEmpty()) {
            return oneOf(first);
        }
        String holding = HoldingStep.of(condition);
        return holding == null ? List.of() : List.of(new Way(holding, 1));
    }

    private static boolean asksFor(ConditionResult condition, String qualification) {
        return Stream.of(condition.required(), condition.gapText())
                .filter(Objects::nonNull)
                .anyMatch(words -> words.contains(qualification));
    }

    private Way towards(FirstStep step) {
        PolicyMatch policy = matched.get(step.code());
        List<ConditionResult> failing = policy == null
                ? List.of()
                : policy.conditions().stream()
                        .filter(condition -> condition.outcome() == Outcome.NOT_MET)
                        .toList();
        String apply = "先申报" + step.qualification() + "（《" + step.title() + "》";
        return failing.isEmpty()
                ? new Way(apply + "）", 1)
                : new Way(apply + "，该项现不符合，还差 " + failing.size() + " 项条件：" + named(failing) + "）", 1 + failing.size());
    }

    private static String named(List<ConditionResult> failing) {
        return failing.stream().limit(MOST_NAMED).map(Advice::named).collect(Collectors.joining("、"))
                + (failing.size() > MOST_NAMED ? "等" : "");
    }

    private static @Nullable String named(ConditionResult condition) {
        return condition.label();
    }
}
