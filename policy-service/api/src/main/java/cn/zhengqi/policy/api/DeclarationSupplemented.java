package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise supplemented what was sent back. */
@EventType("policy.DeclarationSupplemented")
public record DeclarationSupplemented(@JsonUnwrapped DeclarationParties parties, Instant at)
        implements DeclarationFact {}
