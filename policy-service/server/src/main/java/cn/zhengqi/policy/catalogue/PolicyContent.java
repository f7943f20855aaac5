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
 * @param benefit empty where the document gives none by itself
 * @param source where the text was found and how far it was checked
 * @param confidence {@code high} when it was checked in all its parts
 * @param operatorNote what those who keep the library have to know; never shown to the public
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
        String confidence,
        @Nullable String operatorNote) {

    /** Whether the text was compared with one that anyone can open; else it shows as 条款待核实. */
    public boolean verified() {
        return sourceUrl != null && confidence.equals("high");
    }
}
