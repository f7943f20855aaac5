package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/** A loan product takes no new applications; those under way go on. */
@EventType(value = "finance.LoanProductSuspended", kept = Kept.FOR_REBUILDING)
public record LoanProductSuspended(UUID productId, String code, String title, UUID bankId, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return productId;
    }
}
