package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.ConsentCategory;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What an enterprise says about one kind of its data now. */
public record Consent(
        ConsentCategory category,
        String label,
        boolean granted,
        @Nullable OffsetDateTime grantedAt,
        @Nullable OffsetDateTime withdrawnAt) {

    static Consent never(ConsentCategory category) {
        return new Consent(category, category.label(), false, null, null);
    }
}
