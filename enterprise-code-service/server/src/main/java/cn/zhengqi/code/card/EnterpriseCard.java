package cn.zhengqi.code.card;

import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentStanding;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a code shows of an enterprise.
 *
 * @param notice Chinese, when something that is allowed cannot be shown now
 */
public record EnterpriseCard(
        UUID enterpriseId,
        String name,
        String uscc,
        boolean demo,
        CodeStatus codeStatus,
        CodeLevel codeLevel,
        @Nullable String levelReason,
        @Nullable String notice,
        List<Section> sections) {

    /**
     * One kind of data.
     *
     * @param granted whether it may be seen now: by this viewer, or by anybody where the enterprise itself looks
     * @param standing why it may not
     * @param notice Chinese, when nothing of it can be shown to this viewer or now, also for want of consent; then it has no items
     */
    public record Section(
            ConsentCategory category,
            String label,
            boolean granted,
            ConsentStanding standing,
            @Nullable String notice,
            List<Item> items) {}

    public record Item(String label, String value) {}

    /** The categories of which something was shown. */
    public List<ConsentCategory> shown() {
        return sections.stream()
                .filter(section -> section.granted() && !section.items().isEmpty())
                .map(Section::category)
                .toList();
    }
}
