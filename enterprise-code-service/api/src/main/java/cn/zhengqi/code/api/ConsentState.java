package cn.zhengqi.code.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an enterprise allows a kind of its data to be used now.
 *
 * @param grantedAt when it last began to allow it; absent when it never did
 * @param withdrawnAt when it was last withdrawn; absent when it never was
 * @param validUntil last day on which it holds; absent while it is not granted
 * @param changed whether what was said just now changed anything
 */
public record ConsentState(
        boolean granted,
        @Nullable Instant grantedAt,
        @Nullable Instant withdrawnAt,
        @Nullable LocalDate validUntil,
        boolean changed) {}
