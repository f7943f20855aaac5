package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
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
@EventType("policy.DeclarationSubmitted")
public record DeclarationSubmitted(
        @JsonUnwrapped DeclarationParties parties,
        String step,
        @Nullable LocalDate answerBy,
        @Nullable OffsetDateTime answerAt,
        Instant at)
        implements DeclarationFact {}
