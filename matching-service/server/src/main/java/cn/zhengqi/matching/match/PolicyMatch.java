package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One policy, for one enterprise, on one day.
 *
 * @param degree 匹配度: how much of the conditions is satisfied, 0 to 100
 * @param completeness 数据完整度: how many of the facts it refers to are known, 0 to 100
 * @param verified false shows 待核实
 * @param missing facts whose filling in could decide it, where it is unknown
 * @param notice what must be known about dates and editions
 */
public record PolicyMatch(
        UUID policyId,
        String code,
        String edition,
        String title,
        String docNumber,
        String level,
        String category,
        MatchOutcome outcome,
        int degree,
        int completeness,
        @Nullable String benefit,
        @Nullable LocalDate validTo,
        boolean verified,
        boolean alreadyHeld,
        @Nullable String notice,
        List<ConditionResult> conditions,
        List<ConditionResult.FactRef> missing) {}
