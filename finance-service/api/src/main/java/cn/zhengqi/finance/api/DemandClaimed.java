package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A bank claimed a demand.
 *
 * @param answerBy the promised date of its offer; absent where none can be said
 * @param answerAt the hour at which that day ends for offices; absent where {@code answerBy} is, and in facts from before it was told
 */
@EventType("finance.DemandClaimed")
public record DemandClaimed(
        @JsonUnwrapped ClaimParties claim,
        @Nullable LocalDate answerBy,
        @Nullable OffsetDateTime answerAt,
        Instant at) implements ClaimFact {}
