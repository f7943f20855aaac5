package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A financing demand takes no more claims.
 *
 * @param banks that were told of it when it was posted; absent in facts from before it was told
 */
@EventType(value = "finance.FinancingDemandEnded", kept = Kept.FOR_REBUILDING)
public record FinancingDemandEnded(@JsonUnwrapped DemandParties demand, Outcome outcome, List<UUID> banks, Instant at)
        implements DemandFact {

    public FinancingDemandEnded {
        banks = List.copyOf(Objects.requireNonNullElse(banks, List.of()));
    }

    /** Why: it became an application, its enterprise took it back, or its time was over. */
    public enum Outcome {
        CHOSEN,
        WITHDRAWN,
        EXPIRED
    }
}
