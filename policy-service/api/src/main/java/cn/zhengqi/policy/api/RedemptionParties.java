package cn.zhengqi.policy.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who and what an application for redemption is about; the same in every fact about it.
 *
 * @param institutionId the department whose project it is
 * @param applicantId the person who applied or confirmed; absent while nobody of the enterprise has
 * @param demo whether the enterprise is one of the demo
 */
public record RedemptionParties(
        UUID applicationId,
        String number,
        UUID projectId,
        String projectTitle,
        UUID institutionId,
        String institutionName,
        UUID enterpriseId,
        String enterpriseName,
        @Nullable UUID applicantId,
        boolean demo) {}
