package cn.zhengqi.code.scan;

import cn.zhengqi.code.api.ConsentCategory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan as the enterprise reads of it: who, when, where, and what was shown. */
public record ScanRecord(
        UUID id,
        OffsetDateTime at,
        String scannerName,
        @Nullable String scannerInstitution,
        ScanSource source,
        @Nullable String place,
        List<ConsentCategory> shownCategories) {}
