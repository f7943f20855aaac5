package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy in the console, in its newest edition whatever its publication.
 *
 * @param operatorNote what those who keep the library have to know; it does not leave the console
 * @param withdrawnBy who took it down; absent also where that is not known
 * @param withdrawnByMe whether that is the reader, who does not put it back alone
 * @param owner the institution whose it is; absent: whoever manages the library keeps it
 * @param keptByMe whether the reader may change, publish and take it down
 * @param version to be sent with the next action
 */
public record ManagedPolicy(
        UUID id,
        String code,
        int edition,
        String title,
        String docNumber,
        String issuer,
        PolicyLevel level,
        PolicyCategory category,
        String department,
        String publishDate,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate validTo,
        boolean verified,
        boolean criteriaVerified,
        String confidence,
        @Nullable String operatorNote,
        Publication publication,
        PolicyStatus status,
        @Nullable OffsetDateTime publishedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawnReason,
        @Nullable String withdrawnBy,
        boolean withdrawnByMe,
        @Nullable String owner,
        boolean keptByMe,
        int version) {}
