package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * The enterprise agreed that a bank sees whose demand it is.
 *
 * @param granterId the person who agreed
 */
@EventType("finance.DemandShown")
public record DemandShown(@JsonUnwrapped ClaimParties claim, UUID granterId, Instant at) implements ClaimFact {}
