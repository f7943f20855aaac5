package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * It is rejected for good.
 *
 * @param reason in the words of the department
 */
@EventType("policy.DeclarationRejected")
public record DeclarationRejected(@JsonUnwrapped DeclarationParties parties, String reason, Instant at)
        implements DeclarationFact {}
