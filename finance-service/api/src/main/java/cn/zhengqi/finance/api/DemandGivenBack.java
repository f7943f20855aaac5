package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A bank makes no offer for a demand that it had claimed.
 *
 * @param reason of the catalogue, with what the bank added
 */
@EventType("finance.DemandGivenBack")
public record DemandGivenBack(@JsonUnwrapped ClaimParties claim, String reason, Instant at) implements ClaimFact {}
