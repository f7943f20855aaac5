package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount is recognised, reserved and shown to the public.
 *
 * @param amount 元
 * @param until last day of the notice; absent where none can be said yet
 */
@EventType("policy.RedemptionInNotice")
public record RedemptionInNotice(
        @JsonUnwrapped RedemptionParties parties,
        BigDecimal amount,
        @Nullable LocalDate until,
        Instant at) implements RedemptionFact {}
