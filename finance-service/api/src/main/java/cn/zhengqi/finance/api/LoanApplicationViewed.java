package cn.zhengqi.finance.api;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a bank or an office read the data of the enterprise behind a loan application. No {@link LoanFact}: nothing
 * became of the application.
 *
 * @param readingId the reading; each has its own
 * @param categories what was shown of the enterprise
 * @param revealed name of the covered field that was shown instead, for {@code reason}
 * @param document name of the file that was opened instead
 */
@EventType("finance.LoanApplicationViewed")
public record LoanApplicationViewed(
        UUID readingId,
        UUID applicationId,
        String number,
        UUID enterpriseId,
        UUID readerId,
        String readerName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        List<ConsentCategory> categories,
        @Nullable String revealed,
        @Nullable String reason,
        @Nullable String document,
        Instant at)
        implements DomainEvent {

    public LoanApplicationViewed {
        categories = List.copyOf(categories);
    }

    @Override
    public UUID subject() {
        return readingId;
    }
}
