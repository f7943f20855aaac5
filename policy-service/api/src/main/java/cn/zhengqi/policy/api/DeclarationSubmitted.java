package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise declared for a policy.
 *
 * @param step the first step
 * @param answerBy the promised day of that step; absent where none can be said
 */
@EventType("policy.DeclarationSubmitted")
public record DeclarationSubmitted(
        @JsonUnwrapped DeclarationParties parties,
        String step,
        @Nullable LocalDate answerBy,
        Instant at) implements DeclarationFact {}
