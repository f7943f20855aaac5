package cn.zhengqi.code.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That staff had a covered field of a claim shown, or opened one of its papers.
 *
 * @param revealed name of the field, with {@code reason} why, in the reader's words; absent for a paper
 * @param document name of the paper; absent for a field
 */
public record ClaimReading(
        UUID id,
        UUID claimId,
        String claimNumber,
        UUID enterpriseId,
        Instant at,
        UUID readerId,
        String readerName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable String revealed,
        @Nullable String reason,
        @Nullable String document) {}
