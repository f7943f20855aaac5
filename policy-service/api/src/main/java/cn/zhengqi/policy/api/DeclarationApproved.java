package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The last step is done: it is approved. */
@EventType(value = "policy.DeclarationApproved", kept = Kept.FOR_REBUILDING)
public record DeclarationApproved(@JsonUnwrapped DeclarationParties parties, Instant at) implements DeclarationFact {}
