package cn.zhengqi.policy.draft;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Exclusion;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.catalogue.PolicyContent;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import cn.zhengqi.policy.catalogue.PolicyRelations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Between what is written and what an edition and its rule say: both ways, without loss. */
final class DraftedEdition {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private DraftedEdition() {}

    /** A draft that says what an edition says. */
    static DraftContent of(
            PolicyContent edition,
            @Nullable String supersededByCode,
            List<PolicyRelations.Stated> relations,
            @Nullable PolicyRule rule) {
        return new DraftContent(
                edition.title(),
                edition.docNumber(),
                edition.issuer(),
                edition.level(),
                edition.category(),
                edition.department(),
                edition.publishDate(),
                edition.effectiveFrom(),
                edition.validTo(),
                edition.validityNote(),
                edition.interpretation(),
                edition.benefit(),
                edition.tagsBasic(),
                edition.tagsAdvanced(),
                edition.source(),
                edition.sourceUrl(),
                edition.confidence(),
                edition.operatorNote(),
                supersededByCode,
                rule == null ? null : rule.edition(),
                rule == null ? null : ofItsOwn(rule.validity().from(), edition.effectiveFrom()),
                rule == null ? null : ofItsOwn(rule.validity().to(), edition.validTo()),
                rule == null || rule.validity().toCertain(),
                rule == null ? null : rule.validity().note(),
                rule != null && rule.reference(),
                rule == null ? null : rule.grants(),
                rule == null
                        ? List.of()
                        : rule.exclusions().stream()
                                .map(DraftedEdition::excluded)
                                .toList(),
                relations.stream()
                        .map(one -> new DraftContent.RelatedPolicy(one.kind(), one.code()))
                        .toList(),
                rule == null ? null : tree(rule.criteria()));
    }

    /** A day that conditions have from their document moves with it. */
    private static @Nullable LocalDate ofItsOwn(@Nullable LocalDate rule, @Nullable LocalDate document) {
        return Objects.equals(rule, document) ? null : rule;
    }

    static Map<String, Object> tree(Criterion criteria) {
        return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(criteria), TREE);
    }

    /** @param criteria what the public reads of the conditions */
    static PolicyContent document(DraftContent draft, PolicyCriteria criteria) {
        return new PolicyContent(
                said(draft.title()),
                said(draft.docNumber()),
                said(draft.issuer()),
                Objects.requireNonNull(draft.level()),
                Objects.requireNonNull(draft.category()),
                said(draft.department()),
                said(draft.publishDate()),
                draft.effectiveFrom(),
                draft.validTo(),
                draft.validityNote(),
                said(draft.interpretation()),
                draft.benefit() == null ? "" : draft.benefit().strip(),
                draft.tagsBasic(),
                draft.tagsAdvanced(),
                criteria,
                said(draft.source()),
                draft.sourceUrl(),
                Objects.requireNonNullElse(draft.confidence(), "low"),
                draft.operatorNote());
    }

    /**
     * What matching is to apply; null while no conditions are entered.
     *
     * @param from the first day on which it is
     * @throws IllegalArgumentException when the tree is none
     */
    static @Nullable PolicyRule rule(String code, DraftContent draft, @Nullable LocalDate from, boolean verified) {
        if (draft.criteria() == null) {
            return null;
        }
        return new PolicyRule(
                code,
                said(draft.editionName()),
                said(draft.title()),
                said(draft.docNumber()),
                Objects.requireNonNull(draft.level()).label(),
                classOf(Objects.requireNonNull(draft.category())),
                new Validity(
                        from, draft.appliesTo(), draft.ruleToCertain(), draft.supersededByCode(), draft.ruleNote()),
                draft.reference(),
                draft.grants(),
                draft.benefit() == null || draft.benefit().isBlank() ? null : draft.benefit(),
                verified,
                Objects.requireNonNullElse(draft.confidence(), "low"),
                draft.source(),
                Json.MAPPER.convertValue(draft.criteria(), Criterion.class),
                draft.exclusions().stream()
                        .map(one -> new Exclusion(one.with(), new Clause(one.text(), one.place(), one.certain())))
                        .toList());
    }

    /** Rules name their class by the word before 政策. */
    private static String classOf(PolicyCategory category) {
        return category.label().substring(0, category.label().length() - "政策".length());
    }

    private static DraftContent.ExcludedPolicy excluded(Exclusion exclusion) {
        Clause clause = exclusion.clause();
        return new DraftContent.ExcludedPolicy(exclusion.with(), clause.text(), clause.place(), clause.certain());
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNull(text).strip();
    }
}
