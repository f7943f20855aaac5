package cn.zhengqi.code.reading;

import cn.zhengqi.policy.api.DeclarationViewed;
import cn.zhengqi.policy.api.RedemptionViewed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of a department opened of what an enterprise handed in.
 *
 * @param subjectId the declaration, or the application for redemption
 * @param revealed name of the covered field that was shown plainly, for {@code reason}
 */
record DeskReading(
        UUID id,
        ReadingSource source,
        UUID subjectId,
        String number,
        UUID enterpriseId,
        Instant at,
        UUID readerId,
        String readerName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        String document,
        @Nullable String revealed,
        @Nullable String reason) {

    static DeskReading of(DeclarationViewed it) {
        return new DeskReading(
                it.readingId(),
                ReadingSource.DECLARATION,
                it.declarationId(),
                it.number(),
                it.enterpriseId(),
                it.at(),
                it.readerId(),
                it.readerName(),
                it.institutionId(),
                it.institutionName(),
                it.document(),
                it.revealed(),
                it.reason());
    }

    static DeskReading of(RedemptionViewed it) {
        return new DeskReading(
                it.readingId(),
                ReadingSource.REDEMPTION,
                it.applicationId(),
                it.number(),
                it.enterpriseId(),
                it.at(),
                it.readerId(),
                it.readerName(),
                it.institutionId(),
                it.institutionName(),
                it.document(),
                null,
                null);
    }
}
