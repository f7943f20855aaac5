package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The last step is done: it is approved. */
@EventType("policy.DeclarationApproved")
public record DeclarationApproved(@JsonUnwrapped DeclarationParties parties, Instant at) implements DeclarationFact {}
