package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The department gave it to another one of its people, or back to where anybody takes it on.
 *
 * @param step in which
 * @param handlerId who has it now; absent: nobody
 */
@EventType("policy.DeclarationHandedOver")
public record DeclarationHandedOver(
        @JsonUnwrapped DeclarationParties parties,
        String step,
        @Nullable UUID handlerId,
        String reason,
        Instant at) implements DeclarationFact {}
