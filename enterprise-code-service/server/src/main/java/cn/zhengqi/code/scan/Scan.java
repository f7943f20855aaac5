package cn.zhengqi.code.scan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody scanned a code, and what they were shown.
 *
 * @param kind DYNAMIC or STATIC
 */
record Scan(
        UUID id,
        UUID codeId,
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        Instant at,
        UUID scannerId,
        String scannerName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        ScanSource source,
        String kind,
        @Nullable String place,
        List<String> shownCategories) {}
