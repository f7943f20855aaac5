package cn.zhengqi.code.servicecode;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody scanned the code of a service or a venue, and for which enterprise they acted then. */
record Visit(
        UUID id,
        UUID serviceCodeId,
        Instant at,
        UUID accountId,
        String accountName,
        @Nullable UUID enterpriseId,
        @Nullable String enterpriseName) {}
