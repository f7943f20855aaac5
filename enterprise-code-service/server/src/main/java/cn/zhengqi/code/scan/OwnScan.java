package cn.zhengqi.code.scan;

import cn.zhengqi.code.api.ConsentCategory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan as the one who made it reads of it. */
public record OwnScan(
        UUID id,
        OffsetDateTime at,
        String enterpriseName,
        String uscc,
        ScanSource source,
        @Nullable String place,
        List<ConsentCategory> shownCategories) {}
