package cn.zhengqi.events.sample;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@EventType(value = "ledger.Booked", kept = Kept.FOR_REBUILDING, person = "accountId", names = "note")
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
