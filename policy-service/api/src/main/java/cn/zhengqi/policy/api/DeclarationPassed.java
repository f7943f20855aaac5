package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step is done, and the next one begins; the parties name who acts there.
 *
 * @param step that is done
 * @param next step that begins
 */
@EventType("policy.DeclarationPassed")
public record DeclarationPassed(
        @JsonUnwrapped DeclarationParties parties,
        String step,
        String next,
        @Nullable LocalDate answerBy,
        Instant at) implements DeclarationFact {}
