package cn.zhengqi.policy.api;

import java.util.UUID;

/**
 * Who and what a declaration is about; the same in every fact about it.
 *
 * @param institutionId who has to act in the step that it is in
 * @param applicantId the person who declared
 * @param demo whether the enterprise is one of the demo
 */
public record DeclarationParties(
        UUID declarationId,
        String number,
        UUID projectId,
        String projectTitle,
        UUID institutionId,
        String institutionName,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        boolean demo) {}
