package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a policy with its criteria, as policy-service publishes it.
 *
 * @param id policy code, such as N01
 * @param edition names the edition, such as 2016
 * @param level 国家, 市 or 区县
 * @param reference true for a document that grants nothing by itself (a plan, a yardstick): never counted as eligible
 * @param grants the qualification it grants, absent if none
 * @param verified whether the text of the document was compared with a published one; false shows 条款待核实
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyRule(
        String id,
        String edition,
        String title,
        String docNumber,
        String level,
        String category,
        Validity validity,
        boolean reference,
        @Nullable String grants,
        @Nullable String benefit,
        boolean verified,
        @Nullable String confidence,
        @Nullable String source,
        Criterion criteria,
        List<Exclusion> exclusions)
        implements EligibilityRule {

    public PolicyRule {
        exclusions = List.copyOf(exclusions);
    }

    /** Conditions without a document, in force on any day: asked is what they say. */
    public static PolicyRule ofConditions(String id, String edition, String title, Criterion criteria) {
        return new PolicyRule(
                id,
                edition,
                title,
                "",
                "",
                "",
                Validity.OPEN,
                false,
                null,
                null,
                true,
                null,
                null,
                criteria,
                List.of());
    }

    /** The same rule for those alone who meet these conditions besides. */
    public PolicyRule narrowedBy(Criterion others) {
        return asking(AllOf.of(criteria, others));
    }

    /** The same rule with other conditions in the place of its own. */
    public PolicyRule asking(Criterion conditions) {
        return new PolicyRule(
                id,
                edition,
                title,
                docNumber,
                level,
                category,
                validity,
                reference,
                grants,
                benefit,
                verified,
                confidence,
                source,
                conditions,
                exclusions);
    }

    /** The same rule, as certain as its document: there is one truth about that, and the document has it. */
    public PolicyRule verifiedAs(boolean checked) {
        return new PolicyRule(
                id,
                edition,
                title,
                docNumber,
                level,
                category,
                validity,
                reference,
                grants,
                benefit,
                checked,
                confidence,
                source,
                criteria,
                exclusions);
    }
}
