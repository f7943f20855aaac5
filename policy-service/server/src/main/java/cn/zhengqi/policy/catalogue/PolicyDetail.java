package cn.zhengqi.policy.catalogue;

import cn.zhengqi.matching.api.criteria.CriterionView;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy as its page shows it, in one of its editions.
 *
 * @param summary the reading in plain words (解读)
 * @param text the wording of the document, where it is kept
 * @param dept who handles it in the district
 * @param source where the text was found and how far it was checked
 * @param carried what stands behind conditions that are told in one sentence
 * @param conditionsFrom the day from which its conditions are asked, where that is another than the document's and one of both is to come
 * @param exclusions the policies that cannot be had together with it
 * @param tagsBasic the words of the document, and the tags of the library beside them
 * @param supersededBy the policy that takes its place
 * @param supersedes the policies whose place it takes
 * @param editions all that were ever published, the newest first
 * @param attachments the files of this edition
 * @param relations to other policies, those that this one states first
 */
public record PolicyDetail(
        @JsonUnwrapped PolicySummary policy,
        String summary,
        @Nullable String text,
        String dept,
        List<String> tagsBasic,
        List<String> tagsAdvanced,
        List<CriterionView> criteria,
        List<CarriedConditions> carried,
        @Nullable LocalDate conditionsFrom,
        List<IncompatiblePolicy> exclusions,
        String source,
        @Nullable String sourceUrl,
        @Nullable PolicyRef supersededBy,
        List<PolicyRef> supersedes,
        List<EditionRef> editions,
        List<Attachment> attachments,
        List<PolicyRelation> relations) {

    static PolicyDetail of(
            PolicySummary policy,
            PolicyEdition edition,
            @Nullable String text,
            List<String> libraryTags,
            @Nullable PolicyRef supersededBy,
            List<PolicyRef> supersedes,
            List<EditionRef> editions,
            List<Attachment> attachments,
            List<PolicyRelation> relations,
            List<CarriedConditions> carried,
            @Nullable LocalDate conditionsFrom,
            List<IncompatiblePolicy> exclusions) {
        return new PolicyDetail(
                policy,
                edition.interpretation(),
                text,
                edition.department(),
                Stream.concat(edition.tagsBasic().stream(), libraryTags.stream())
                        .distinct()
                        .toList(),
                edition.tagsAdvanced(),
                edition.criteria().clauses(),
                carried,
                conditionsFrom,
                exclusions,
                edition.source(),
                edition.sourceUrl(),
                supersededBy,
                supersedes,
                editions,
                attachments,
                relations);
    }
}
