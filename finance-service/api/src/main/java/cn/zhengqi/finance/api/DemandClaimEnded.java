package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim is over, not by its bank.
 *
 * @param applicationId that the demand became at this bank, where it was chosen
 */
@EventType(value = "finance.DemandClaimEnded", kept = Kept.FOR_REBUILDING)
public record DemandClaimEnded(
        @JsonUnwrapped ClaimParties claim,
        Outcome outcome,
        @Nullable UUID applicationId,
        Instant at) implements ClaimFact {

    /** Its offer was chosen, another bank's was, or the offer's or the demand's time is over. */
    public enum Outcome {
        CHOSEN,
        NOT_CHOSEN,
        LAPSED
    }
}
