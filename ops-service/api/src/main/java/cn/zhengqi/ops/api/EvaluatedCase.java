package cn.zhengqi.ops.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which finished case an evaluation is about; the same in every fact about it.
 *
 * @param institutionId who handled it; absent where it is nobody's alone, as the review of a claim
 * @param townCode where the enterprise lies; told for what no institution handles alone
 * @param anonymous whether those who handled it are not told whose evaluation it is
 * @param branchId the branch of the institution that handled it, which is asked beside it; absent: there was none, and in events from before that was told
 * @param personId whose alone it is, as who was rejected speaks for no enterprise; absent: the enterprise's
 */
public record EvaluatedCase(
        UUID evaluationId,
        CaseKind caseKind,
        UUID caseId,
        String caseNumber,
        String title,
        UUID enterpriseId,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable String townCode,
        boolean anonymous,
        @Nullable UUID branchId,
        @Nullable UUID personId) {}
