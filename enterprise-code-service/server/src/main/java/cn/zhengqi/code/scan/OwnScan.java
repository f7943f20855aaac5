package cn.zhengqi.code.scan;

import cn.zhengqi.code.api.ConsentCategory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan as staff read of it: who made it, and whoever may see the scans of others. */
public record OwnScan(
        UUID id,
        OffsetDateTime at,
        String enterpriseName,
        String uscc,
        String scannerName,
        @Nullable String institutionName,
        ScanSource source,
        @Nullable String place,
        List<ConsentCategory> shownCategories) {}
