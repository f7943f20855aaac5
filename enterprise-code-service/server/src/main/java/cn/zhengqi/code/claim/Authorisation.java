package cn.zhengqi.code.claim;

import cn.zhengqi.code.api.ConsentCategory;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the applicant declares: who stands behind the claim, by which letter, and what the enterprise allows to be seen.
 */
record Authorisation(
        String legalRepName,
        IdNumber legalRepIdNumber,
        String agentName,
        AgentPhone agentPhone,
        UUID letterFileId,
        Set<ConsentCategory> consents) {

    List<String> consentNames() {
        return consents.stream().sorted().map(Enum::name).toList();
    }
}
