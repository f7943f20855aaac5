package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says.
 *
 * @param department who handles it in the district
 * @param interpretation the reading in plain words (解读)
 * @param source where the text was found and how far it was checked
 * @param confidence {@code high} when it was; anything else shows as 待核实
 */
public record PolicyContent(
        String title,
        String docNumber,
        String issuer,
        PolicyLevel level,
        PolicyCategory category,
        String department,
        String publishDate,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate validTo,
        @Nullable String validityNote,
        String interpretation,
        String benefit,
        List<String> tagsBasic,
        List<String> tagsAdvanced,
        PolicyCriteria criteria,
        String source,
        @Nullable String sourceUrl,
        String confidence) {}
