package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy in a list, in the edition that is published.
 *
 * @param id of the policy; the same for all its editions
 * @param publishDate as exact as the source: a day, or a month only
 * @param validityNote what is uncertain about {@code validTo}
 * @param status as of today
 * @param verified whether the text was compared with a published one; false: show 条款待核实
 * @param criteriaVerified whether the figures of all conditions are certain; false: show 条件参数待核实
 */
public record PolicySummary(
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
        boolean criteriaVerified,
        String confidence) {

    public PolicySummary {
        // What the document says already the library may say as well.
        tags = tags.stream().distinct().toList();
    }
}
