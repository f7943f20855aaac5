package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.PolicyMatch;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 政策申报规划报告: what can be had now, what is one step away and which, what is undecided and what to fill in.
 *
 * @param resultId the match that it is made from
 * @param loans those worth considering
 * @param factsToFill those that would decide most policies, first
 * @param held those whose qualification the enterprise has already
 * @param unclear those that nobody can decide, for their figures are not known
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
        List<FactToFill> factsToFill,
        List<PolicyMatch> held,
        List<PolicyMatch> unclear) {

    /**
     * Numbers of policies.
     *
     * @param eligible those that can be had now
     * @param periodOver those that could be had, were it certain that they still apply; the last of the eligible
     */
    public record Summary(int eligible, int periodOver, int nearly, int unknown, int ineligible) {}

    /** @param todo what would close the gap, in words */
    public record Nearly(@JsonUnwrapped PolicyMatch policy, List<String> todo) {}

    public record Undecided(@JsonUnwrapped PolicyMatch policy, List<ConditionResult.FactRef> fill) {}

    /** @param decides how many undecided policies refer to it */
    public record FactToFill(String name, String label, int decides) {}
}
