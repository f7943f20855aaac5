package cn.zhengqi.matching.match;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * All policies and products for one enterprise, best first. Kept for a time: the same id shows the same answer later.
 *
 * @param asOf the day for which rules were chosen and ages computed
 */
public record MatchResult(
        UUID id,
        UUID enterpriseId,
        String enterpriseName,
        OffsetDateTime createdAt,
        LocalDate asOf,
        int profileCompleteness,
        List<PolicyMatch> policies,
        List<LoanMatch> loans) {}
