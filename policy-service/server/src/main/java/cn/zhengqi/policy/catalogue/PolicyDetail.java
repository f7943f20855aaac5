package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy as its page shows it, in the edition that is published.
 *
 * @param summary the reading in plain words (解读)
 * @param dept who handles it in the district
 * @param source where the text was found and how far it was checked
 * @param supersededBy the policy that takes its place
 * @param supersedes the policies whose place it takes
 * @param editions all that were ever published, the newest first
 */
public record PolicyDetail(
        UUID id,
        String code,
        int edition,
        String title,
        String docNumber,
        String issuer,
        PolicyLevel level,
        PolicyCategory category,
        String publishDate,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate validTo,
        @Nullable String validityNote,
        PolicyStatus status,
        String benefit,
        List<String> tags,
        boolean verified,
        String confidence,
        String summary,
        String dept,
        List<String> tagsBasic,
        List<String> tagsAdvanced,
        List<CriterionView> criteria,
        String source,
        @Nullable String sourceUrl,
        @Nullable PolicyRef supersededBy,
        List<PolicyRef> supersedes,
        List<EditionRef> editions,
        List<Attachments.Attachment> attachments) {

    static PolicyDetail of(
            PolicySummary it,
            PolicyEdition edition,
            @Nullable PolicyRef supersededBy,
            List<PolicyRef> supersedes,
            List<EditionRef> editions) {
        return new PolicyDetail(
                it.id(),
                it.code(),
                it.edition(),
                it.title(),
                it.docNumber(),
                it.issuer(),
                it.level(),
                it.category(),
                it.publishDate(),
                it.effectiveFrom(),
                it.validTo(),
                it.validityNote(),
                it.status(),
                it.benefit(),
                it.tags(),
                it.verified(),
                it.confidence(),
                edition.interpretation(),
                edition.department(),
                edition.tagsBasic(),
                edition.tagsAdvanced(),
                edition.criteria().clauses(),
                edition.source(),
                edition.sourceUrl(),
                supersededBy,
                supersedes,
                editions,
                edition.attachments().files());
    }
}
