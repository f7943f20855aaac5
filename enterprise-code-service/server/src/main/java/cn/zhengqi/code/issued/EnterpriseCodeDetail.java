package cn.zhengqi.code.issued;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A code with everything that was done to it. */
public record EnterpriseCodeDetail(EnterpriseCode code, List<Change> history) {

    public record Change(
            OffsetDateTime at,
            String action,
            String label,
            String actorName,
            @Nullable String reason) {}
}
