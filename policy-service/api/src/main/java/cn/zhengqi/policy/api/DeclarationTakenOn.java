package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * Somebody at the department took it on.
 *
 * @param step in which
 */
@EventType("policy.DeclarationTakenOn")
public record DeclarationTakenOn(@JsonUnwrapped DeclarationParties parties, String step, Instant at)
        implements DeclarationFact {}
