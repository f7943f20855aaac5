package cn.zhengqi.ops.evaluation;

import cn.zhengqi.ops.api.CaseKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case of another service that came to its end.
 *
 * @param institutionId who handled it; null where nobody did alone, so the name
 * @param branchId of the institution, where one handled it for it
 * @param townCode where the enterprise lies, as far as that decides who handles it
 */
record FinishedCase(
        CaseKind kind,
        UUID caseId,
        String number,
        String title,
        UUID enterpriseId,
        String enterpriseName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable UUID branchId,
        @Nullable String townCode,
        Instant finishedAt) {}
