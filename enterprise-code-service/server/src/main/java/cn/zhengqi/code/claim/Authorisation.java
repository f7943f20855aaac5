package cn.zhengqi.code.claim;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the applicant declares: who stands behind the claim, by which letter, and what the enterprise allows to be seen.
 *
 * @param scanners by whom, on a scan: the same for all that is allowed; the consent centre tells it apart later
 */
record Authorisation(
        String legalRepName,
        IdNumber legalRepIdNumber,
        String agentName,
        AgentPhone agentPhone,
        UUID letterFileId,
        Set<ConsentCategory> consents,
        Set<ScannerKind> scanners) {

    /** @throws ProblemException VALIDATION_FAILED where something is to be shown on a scan, and to nobody; and for what goes to one bank at a time */
    Authorisation {
        if (!ConsentCategory.GENERAL.containsAll(consents)) {
            throw ProblemException.validation("consents", "NAMED_ONLY", "企业信息报告按金融机构逐家授权");
        }
        if (scanners.isEmpty() && consents.stream().anyMatch(category -> category != ConsentCategory.TAX)) {
            throw ProblemException.validation("scanners", "REQUIRED", "请至少选择一类扫码人");
        }
    }

    List<String> consentNames() {
        return consents.stream().sorted().map(Enum::name).toList();
    }

    List<String> scannerNames() {
        return scanners.stream().sorted().map(Enum::name).toList();
    }
}
