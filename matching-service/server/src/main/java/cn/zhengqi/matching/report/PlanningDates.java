package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.fill.NextFacts;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.policy.api.InternalWindows;
import cn.zhengqi.policy.api.InternalWindows.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When what is to be done: from the dates of the documents, the windows of projects and what the course of time brings, never from a guess. */
final class PlanningDates {

    private final Library.Shelf shelf;
    private final LocalDate asOf;
    private final List<Window> windows;
    private final Advice advice;

    /** @param windows of the projects under the policies */
    PlanningDates(Library.Shelf shelf, LocalDate asOf, List<Window> windows) {
        this(shelf, asOf, windows, new Advice(asOf, List.of()));
    }

    PlanningDates(Library.Shelf shelf, LocalDate asOf, List<Window> windows, Advice advice) {
        this.advice = advice;
        this.shelf = shelf;
        this.asOf = asOf;
        this.windows = windows;
    }

    List<CalendarEntry> calendar(List<PolicyMatch> eligible, List<PolicyMatch> nearly, List<PolicyMatch> unknown) {
        List<CalendarEntry> days = new ArrayList<>();
        Stream.of(proposed(eligible), nearly, unknown).flatMap(List::stream).forEach(policy -> {
            String beside = besideInBrackets(policy, eligible) + orElse(policy, eligible);
            PolicyRule rule = rule(policy);
            Validity validity = rule == null ? Validity.OPEN : rule.validity();
            if (validity.from() != null && validity.from().isAfter(asOf)) {
                days.add(new CalendarEntry(
                        validity.from(),
                        CalendarEntry.Kind.BEGINS,
                        policy.code(),
                        policy.title(),
                        "开始施行" + beside,
                        true));
            }
            LocalDate end = policy.validTo();
            if (end != null && !end.isBefore(asOf)) {
                days.add(new CalendarEntry(
                        end,
                        CalendarEntry.Kind.ENDS,
                        policy.code(),
                        policy.title(),
                        ending(policy, end, validity) + beside,
                        validity.toCertain()));
            }
            windowsOf(policy).forEach(window -> addWindow(days, policy, window, beside));
        });
        nearly.forEach(policy -> NumericSteps.waits(policy.conditions(), asOf)
                .forEach(wait -> days.add(new CalendarEntry(
                        wait.day(),
                        CalendarEntry.Kind.CONDITION_MET,
                        policy.code(),
                        policy.title(),
                        "从这一天起" + wait.words() + besideInBrackets(policy, eligible),
                        true))));
        days.sort(Comparator.comparing(CalendarEntry::day)
                .thenComparing(CalendarEntry::code)
                .thenComparing(CalendarEntry::kind)
                .thenComparing(CalendarEntry::words));
        return days;
    }

    private String ending(PolicyMatch policy, LocalDate end, Validity validity) {
        if (!validity.toCertain()) {
            return "记载的有效期最后一天，是否延续待核实";
        }
        return withTheReturn(policy) || closesAfter(policy, end) ? "有效期最后一天" : "有效期最后一天，请在此前申报";
    }

    private Stream<Window> windowsOf(PolicyMatch policy) {
        UUID id = shelf.ids().get(policy.code());
        return windows.stream().filter(window -> window.policyId().equals(id));
    }

    /**
     * Until when it can be applied for: while a project is open, until the first of them closes; else as long as the policy holds.
     *
     * @param from before which it cannot be applied for: a project that closes earlier is of no use
     */
    private @Nullable LocalDate until(PolicyMatch policy, LocalDate from) {
        return windowsOf(policy)
                .filter(window ->
                        !window.opensOn().isAfter(asOf) && !window.closesOn().isBefore(from))
                .map(Window::closesOn)
                .min(Comparator.naturalOrder())
                .orElse(policy.validTo());
    }

    /** Then its project says until when it can be applied for. */
    private boolean closesAfter(PolicyMatch policy, LocalDate end) {
        return windowsOf(policy).anyMatch(window -> window.closesOn().isAfter(end));
    }

    private void addWindow(List<CalendarEntry> days, PolicyMatch policy, Window window, String beside) {
        boolean declared = window.kind() == InternalWindows.Kind.DECLARATION;
        String link = (declared ? "/declarations/projects/" : "/redemptions/projects/") + window.projectId();
        String project = (declared ? "申报项目“" : "兑付项目“") + window.title() + "”";
        if (window.opensOn().isAfter(asOf)) {
            days.add(new CalendarEntry(
                    window.opensOn(),
                    declared ? CalendarEntry.Kind.DECLARATION_OPENS : CalendarEntry.Kind.REDEMPTION_OPENS,
                    policy.code(),
                    policy.title(),
                    project + "开始受理" + beside,
                    true,
                    link));
        }
        if (!window.closesOn().isBefore(asOf)) {
            days.add(new CalendarEntry(
                    window.closesOn(),
                    declared ? CalendarEntry.Kind.DECLARATION_CLOSES : CalendarEntry.Kind.REDEMPTION_CLOSES,
                    policy.code(),
                    policy.title(),
                    project + "受理的最后一天" + beside,
                    true,
                    link));
        }
    }

    private static String taking(PolicyMatch policy) {
        return withTheReturn(policy)
                ? "核对条件，在办理纳税申报时享受《" + policy.title() + "》，资料留存备查"
                : "核对材料并申报《" + policy.title() + "》";
    }

    /** A tax benefit is had with the return by who meets its conditions (国家税务总局公告2018年第23号): nothing is handed in for it before its last day. */
    private static boolean withTheReturn(PolicyMatch policy) {
        return "税收".equals(policy.category());
    }

    List<Task> tasks(List<PolicyMatch> eligible, List<PolicyMatch> nearly, List<PolicyMatch> unknown, NextFacts next) {
        List<Task> tasks = new ArrayList<>();
        proposed(eligible)
                .forEach(policy -> tasks.add(new Task(
                        Task.Kind.APPLY,
                        null,
                        until(policy, asOf),
                        taking(policy) + insteadOf(policy, eligible) + beside(policy, eligible),
                        List.of(policy.code()))));
        nearly.forEach(policy -> tasks.add(closing(policy, eligible)));
        next.steps()
                .forEach(step -> tasks.add(new Task(
                        Task.Kind.FILL,
                        null,
                        null,
                        "在企业画像中填写" + step.facts().stream().map(FactRef::label).collect(Collectors.joining("、"))
                                + "，可再判定 " + step.decides().size() + " 条政策" + besides(step, unknown, eligible),
                        step.decides().stream().map(NextFacts.Decided::code).toList())));
        tasks.sort(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Task::kind));
        return tasks;
    }

    /** Of policies that exclude each other those that are chosen: nobody is asked to apply for what is given up for another. */
    private static List<PolicyMatch> proposed(List<PolicyMatch> eligible) {
        return eligible.stream()
                .filter(policy -> policy.choice() == null || policy.choice().proposed())
                .toList();
    }

    private static String insteadOf(PolicyMatch policy, List<PolicyMatch> eligible) {
        if (policy.choice() == null) {
            return "";
        }
        return eligible.stream()
                .filter(other -> other.choice() != null
                        && policy.code().equals(other.choice().inFavourOf()))
                .map(other ->
                        "；《" + other.title() + "》与它不能同时享受，" + (other.choice().advised() ? "不再申报" : "二选一") + "（"
                                + other.choice().reason() + "）")
                .collect(Collectors.joining());
    }

    /** Where it is for the enterprise to choose, its days stand for one of two: whoever reads the calendar alone is told of which. */
    private static String orElse(PolicyMatch policy, List<PolicyMatch> eligible) {
        String others = eligible.stream()
                .filter(other -> other.choice() != null
                        && !other.choice().advised()
                        && policy.code().equals(other.choice().inFavourOf()))
                .map(other -> "《" + other.title() + "》")
                .collect(Collectors.joining("、"));
        return others.isEmpty() ? "" : "（与现在可享的" + others + "不能同时享受，二选一）";
    }

    /** For what is not had yet and cannot be had together with what can: nobody is sent for it without knowing. Empty for all else. */
    private static String beside(PolicyMatch policy, List<PolicyMatch> eligible) {
        List<String> proposed =
                proposed(eligible).stream().map(PolicyMatch::code).toList();
        String others = policy.excludes().stream()
                .filter(other -> proposed.contains(other.code()))
                .map(other -> "《" + other.title() + "》")
                .collect(Collectors.joining("、"));
        return others.isEmpty() ? "" : "；与现在可享的" + others + "不能同时享受，二选一";
    }

    private static String besideInBrackets(PolicyMatch policy, List<PolicyMatch> eligible) {
        String words = beside(policy, eligible);
        return words.isEmpty() ? "" : "（" + words.substring(1) + "）";
    }

    /** The same of those that a step decides. */
    private static String besides(NextFacts.Step step, List<PolicyMatch> unknown, List<PolicyMatch> eligible) {
        List<String> decided =
                step.decides().stream().map(NextFacts.Decided::code).toList();
        return unknown.stream()
                .filter(policy -> decided.contains(policy.code()))
                .filter(policy -> !beside(policy, eligible).isEmpty())
                .map(policy ->
                        "；其中《" + policy.title() + "》" + beside(policy, eligible).substring(1))
                .collect(Collectors.joining());
    }

    private Task closing(PolicyMatch policy, List<PolicyMatch> eligible) {
        LocalDate from = beginning(policy);
        for (NumericSteps.Wait wait : NumericSteps.waits(policy.conditions(), asOf)) {
            from = from == null || wait.day().isAfter(from) ? wait.day() : from;
        }
        String words = String.join("；", advice.of(policy));
        return new Task(
                Task.Kind.CLOSE_GAP,
                from,
                until(policy, from == null ? asOf : from),
                words + "，再申报《" + policy.title() + "》" + (from == null ? "" : "（最早 " + BusinessTime.inWords(from) + "）")
                        + beside(policy, eligible),
                List.of(policy.code()));
    }

    private @Nullable LocalDate beginning(PolicyMatch policy) {
        PolicyRule rule = rule(policy);
        LocalDate from = rule == null ? null : rule.validity().from();
        return from != null && from.isAfter(asOf) ? from : null;
    }

    List<Source> sources(List<PolicyMatch> policies) {
        return policies.stream()
                .sorted(Comparator.comparing(PolicyMatch::code))
                .map(policy -> {
                    PolicyRule rule = rule(policy);
                    return new Source(
                            policy.code(),
                            policy.title(),
                            Objects.requireNonNullElse(policy.docNumber(), ""),
                            policy.edition(),
                            rule == null ? null : rule.validity().from(),
                            policy.validTo(),
                            policy.verified(),
                            rule == null ? null : rule.source());
                })
                .toList();
    }

    /** Absent when the edition that was applied is not published any more. */
    private @Nullable PolicyRule rule(PolicyMatch policy) {
        Integer place = shelf.book().find(policy.code(), policy.edition());
        EligibilityRule rule = place == null ? null : shelf.book().rule(place);
        return rule instanceof PolicyRule found ? found : null;
    }
}
