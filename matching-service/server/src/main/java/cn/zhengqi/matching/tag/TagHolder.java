package cn.zhengqi.matching.tag;

import cn.zhengqi.matching.reverse.ReverseOutcome;
import cn.zhengqi.matching.reverse.ReverseRow;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise or a policy that has a tag, or may have it.
 *
 * @param code its USCC, or the code of the policy
 * @param reasons why it is derived, or what is missing to know it; empty where it was set by hand
 * @param setBy with institution, day and note: of one that was set by hand
 */
public record TagHolder(
        UUID subjectId,
        String code,
        String name,
        @Nullable String townName,
        @Nullable String industryName,
        TagState state,
        List<String> reasons,
        @Nullable String setBy,
        @Nullable String setByInstitution,
        @Nullable OffsetDateTime setAt,
        @Nullable String note) {

    static TagHolder derived(ReverseRow row) {
        return new TagHolder(
                row.enterpriseId(),
                row.uscc(),
                row.name(),
                row.townName(),
                row.industryName(),
                row.outcome() == ReverseOutcome.ELIGIBLE ? TagState.HAS : TagState.UNKNOWN,
                row.reasons(),
                null,
                null,
                null,
                null);
    }
}
