package cn.zhengqi.code.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That staff had a covered field of a claim shown.
 *
 * @param revealed name of the field
 * @param reason why, in the reader's words
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
        String revealed,
        String reason) {}
