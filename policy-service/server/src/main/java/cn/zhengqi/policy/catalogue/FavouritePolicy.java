package cn.zhengqi.policy.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy that an enterprise wants to find again (PORTAL-13), as it is now.
 *
 * @param status as of today; absent: it was taken down
 */
public record FavouritePolicy(
        UUID id,
        String code,
        String title,
        String docNumber,
        String issuer,
        String benefit,
        @Nullable LocalDate validTo,
        @Nullable PolicyStatus status,
        Instant addedAt) {}
