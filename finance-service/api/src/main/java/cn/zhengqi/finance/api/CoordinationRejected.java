package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The finance office does not recommend an enterprise, for a reason that it says. */
@EventType("finance.CoordinationRejected")
public record CoordinationRejected(@JsonUnwrapped CoordinationParties parties, String reason, Instant at)
        implements CoordinationFact {}
