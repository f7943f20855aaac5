package cn.zhengqi.finance.coordination;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the criteria.
 *
 * @param note why it was changed
 * @param changedByName absent for what comes with the platform
 */
public record CriteriaView(
        int edition,
        List<Criterion> criteria,
        String note,
        @Nullable String changedByName,
        OffsetDateTime changedAt) {}
