package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise declared for a policy.
 *
 * @param step the first step
 * @param answerBy the promised day of that step; absent where none can be said
 * @param answerAt the hour at which that day ends for offices; absent where {@code answerBy} is, and in facts from before it was told
 */
@EventType(value = "policy.DeclarationSubmitted", kept = Kept.FOR_REBUILDING)
public record DeclarationSubmitted(
        @JsonUnwrapped DeclarationParties parties,
        String step,
        @Nullable LocalDate answerBy,
        @Nullable OffsetDateTime answerAt,
        Instant at)
        implements DeclarationFact {}
