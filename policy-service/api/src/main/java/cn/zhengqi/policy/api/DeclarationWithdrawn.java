package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise took it back. */
@EventType("policy.DeclarationWithdrawn")
public record DeclarationWithdrawn(@JsonUnwrapped DeclarationParties parties, Instant at) implements DeclarationFact {}
