package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.fill.NextFacts;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.match.UnmatchedPolicy;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 政策申报规划报告: what can be had now, what is one step away and which, what is undecided and what to fill in.
 *
 * @param resultId the match that it is made from
 * @param loans those worth considering
 * @param nearly those that one condition is missing of, and after them those that have not begun
 * @param factsToFill those that would decide most policies, first
 * @param held those whose qualification the enterprise has already
 * @param unclear those that nobody can decide, for their figures are not known
 * @param unmatched what is in the library and grants nothing
 * @param nextFacts which facts decide most
 * @param benefits what those may bring that can be had now or nearly, in their order
 * @param total of those that can be had now, as far as it can be reckoned
 * @param calendar days to keep in mind, the next first
 * @param tasks what to do, what is due first first, and what has no day last
 * @param sources the documents that it rests on
 * @param facts what was known of the enterprise
 * @param stoppedLoans products all of whose conditions are met and that their banks do not have matched any more; none in reports of before they were told
 * @param windowsNote why the calendar has no windows of declaration and redemption; absent where they could be asked, and in reports of before there were any
 */
public record PlanningReport(
        UUID resultId,
        String enterpriseName,
        LocalDate asOf,
        Summary summary,
        List<PolicyMatch> eligible,
        List<Nearly> nearly,
        List<Undecided> unknown,
        List<LoanMatch> loans,
        List<LoanMatch> stoppedLoans,
        List<FactToFill> factsToFill,
        List<PolicyMatch> held,
        List<PolicyMatch> unclear,
        List<UnmatchedPolicy> unmatched,
        NextFacts nextFacts,
        List<BenefitRange> benefits,
        BenefitRange.Total total,
        List<CalendarEntry> calendar,
        List<Task> tasks,
        List<Source> sources,
        List<FactUsed> facts,
        @Nullable String windowsNote) {

    public PlanningReport {
        stoppedLoans = Objects.requireNonNullElse(stoppedLoans, List.of());
    }

    /**
     * Numbers of policies. Without {@code periodOver} they add up to {@code matched}.
     *
     * @param matched all that the enterprise was held against
     * @param eligible those that can be had now
     * @param periodOver those that could be had, were it certain that they still apply; the last of the eligible
     * @param nearly those that one condition is missing of; not those that have not begun
     * @param upcoming those that have not begun, and would be eligible or one condition away; 0 in reports of before they stood apart
     * @param allPeriodOver all whose recorded period is over, also those whose conditions are not met
     */
    public record Summary(
            int matched,
            int eligible,
            int periodOver,
            int nearly,
            int upcoming,
            int unknown,
            int ineligible,
            int held,
            int unclear,
            int allPeriodOver) {}

    /**
     * @param todo how far it is, in words
     * @param steps what to do, each of them needed; of alternatives all in one line. Reports of before leave out which qualifications to get first
     */
    public record Nearly(@JsonUnwrapped PolicyMatch policy, List<String> todo, List<String> steps) {}

    public record Undecided(@JsonUnwrapped PolicyMatch policy, List<ConditionResult.FactRef> fill) {}

    /** @param decides how many undecided policies refer to it */
    public record FactToFill(String name, String label, int decides) {}
}
