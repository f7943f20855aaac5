package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise took back that a bank sees whose demand it is. */
@EventType("finance.DemandHidden")
public record DemandHidden(@JsonUnwrapped ClaimParties claim, Instant at) implements ClaimFact {}
