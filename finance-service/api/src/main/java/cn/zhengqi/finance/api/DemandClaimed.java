package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bank claimed a demand.
 *
 * @param answerBy the promised date of its offer; absent where none can be said
 */
@EventType("finance.DemandClaimed")
public record DemandClaimed(
        @JsonUnwrapped ClaimParties claim, @Nullable LocalDate answerBy, Instant at) implements ClaimFact {}
