package cn.zhengqi.events.sample;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@EventType("ledger.Booked")
public record Booked(
        UUID accountId,
        int number,
        BigDecimal amount,
        @Nullable String note,
        OffsetDateTime at) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
