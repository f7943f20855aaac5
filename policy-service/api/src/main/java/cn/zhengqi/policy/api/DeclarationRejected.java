package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * It is rejected for good.
 *
 * @param reason in the words of the department
 */
@EventType(value = "policy.DeclarationRejected", kept = Kept.FOR_REBUILDING)
public record DeclarationRejected(@JsonUnwrapped DeclarationParties parties, String reason, Instant at)
        implements DeclarationFact {}
