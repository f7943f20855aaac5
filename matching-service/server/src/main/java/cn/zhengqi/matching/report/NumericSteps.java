package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Choice;
import cn.zhengqi.matching.benefit.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to do about gaps that are numbers: raise or lower to what is asked for, gain points, or wait. */
final class NumericSteps {

    private static final int MOST_WAYS_TO_POINTS = 3;

    /** As the engine tells the nearest step of an item that gives more. */
    private static final Pattern GAIN = Pattern.compile("再得 ([\\d.]+) 分");

    private NumericSteps() {}

    /** @param asOf the day of the match, from which one waits */
    static List<String> of(List<ConditionResult> conditions, LocalDate asOf) {
        List<String> steps = new ArrayList<>();
        for (ConditionResult condition : conditions) {
            if (condition.outcome() == ConditionResult.Outcome.NOT_MET) {
                steps.addAll(of(condition, asOf));
            }
        }
        return steps;
    }

    /** The days for which one has to wait, whatever else is to be done. */
    static List<Wait> waits(List<ConditionResult> conditions, LocalDate asOf) {
        List<Wait> waits = new ArrayList<>();
        for (ConditionResult condition : conditions) {
            if (condition.outcome() == ConditionResult.Outcome.NOT_MET) {
                waits.addAll(waits(Objects.requireNonNullElse(condition.children(), List.of()), asOf));
                LocalDate day = dayOf(condition, asOf);
                if (day != null && condition.children() == null) {
                    waits.add(new Wait(day, factOf(condition) + "达到要求"));
                }
            }
        }
        return waits;
    }

    /** @param words what is so from that day on */
    record Wait(LocalDate day, String words) {}

    private static List<String> of(ConditionResult condition, LocalDate asOf) {
        List<ConditionResult> parts = Objects.requireNonNullElse(condition.children(), List.of());
        if (condition.choice() == Choice.SCORE) {
            return points(condition, parts);
        }
        if (!parts.isEmpty()) {
            List<String> steps = of(parts, asOf);
            return condition.choice() == Choice.ALL || steps.size() < 2
                    ? steps
                    : List.of("任选一项：" + String.join("；或 ", steps));
        }
        String step = step(condition, asOf);
        return step == null ? List.of() : List.of(step);
    }

    private static @Nullable String step(ConditionResult condition, LocalDate asOf) {
        ConditionResult.Gap gap = condition.gap();
        String required = condition.required();
        if (gap == null || required == null) {
            return null;
        }
        String fact = factOf(condition);
        LocalDate due = dayOf(condition, asOf);
        if (due != null) {
            return "等到 " + BusinessTime.inWords(due) + "，届时" + fact + "达到要求";
        }
        if (gap.unit().equals("天")) {
            return null;
        }
        String limit = required.substring(required.indexOf(' ') + 1);
        String change = switch (required.charAt(0)) {
            case '≥' -> "提高到 " + limit + "及以上";
            case '>' -> "提高到大于 " + limit;
            case '≤' -> "降到 " + limit + "及以下";
            case '<' -> "降到 " + limit + "以下";
            default -> "调整到 " + required;
        };
        return "将" + fact + change + "，再更新企业画像";
    }

    /** A tier or band stands before the name of the fact. */
    private static String factOf(ConditionResult condition) {
        return condition.label().substring(condition.label().lastIndexOf('：') + 1);
    }

    private static @Nullable LocalDate dayOf(ConditionResult condition, LocalDate asOf) {
        ConditionResult.Gap gap = condition.gap();
        return gap != null && gap.byWaiting() ? asOf.plusDays(gap.amount().longValue()) : null;
    }

    /** Whether the nearest steps of all items together bring the points that are missing. */
    static boolean reaches(ConditionResult score) {
        BigDecimal missing = missing(score);
        return missing == null
                || gain(gaining(Objects.requireNonNullElse(score.children(), List.of())))
                                .compareTo(missing)
                        >= 0;
    }

    private static List<String> points(ConditionResult score, List<ConditionResult> items) {
        List<ConditionResult> all = gaining(items);
        BigDecimal missing = missing(score);
        List<ConditionResult> ways =
                missing == null ? all.stream().limit(MOST_WAYS_TO_POINTS).toList() : enough(all, missing);
        if (ways.isEmpty()) {
            return List.of();
        }
        String points = score.label().endsWith("得分") ? score.label() : score.label() + "得分";
        String listed =
                ways.stream().map(item -> item.label() + " " + item.gapText()).collect(Collectors.joining("；"));
        if (missing != null && gain(all).compareTo(missing) < 0) {
            return List.of("提高" + points + "，须再得 " + Amounts.words(missing) + " 分；以下各项最近的一档共得 "
                    + Amounts.words(gain(all)) + " 分，仅靠这些达不到：" + listed);
        }
        // One of several may not be enough: the points that are missing, or the least of a group, are told beside it.
        return ways.size() == 1
                ? List.of("提高" + points + "：" + listed)
                : List.of("提高" + points + "，从以下各项合计补足所差的"
                        + (missing == null ? "分" : " " + Amounts.words(missing) + " 分") + "：" + listed);
    }

    private static List<ConditionResult> gaining(List<ConditionResult> items) {
        return items.stream()
                .filter(item -> item.outcome() == ConditionResult.Outcome.NOT_MET && item.gapText() != null)
                .toList();
    }

    private static @Nullable BigDecimal missing(ConditionResult score) {
        ConditionResult.Gap gap = score.gap();
        return gap != null && gap.unit().equals("分") && gap.amount().signum() > 0 ? gap.amount() : null;
    }

    /** In their order, as many as bring the points, and not fewer than are told anyway. */
    private static List<ConditionResult> enough(List<ConditionResult> ways, BigDecimal missing) {
        int told = Math.min(MOST_WAYS_TO_POINTS, ways.size());
        while (told < ways.size() && gain(ways.subList(0, told)).compareTo(missing) < 0) {
            told++;
        }
        return ways.subList(0, told);
    }

    private static BigDecimal gain(List<ConditionResult> ways) {
        return ways.stream()
                .map(item -> GAIN.matcher(Objects.requireNonNullElse(item.gapText(), "")))
                .filter(Matcher::lookingAt)
                .map(found -> new BigDecimal(found.group(1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
