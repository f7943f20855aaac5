package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.util.UUID;

/** An application was started from a match result and names it: the result has to last as long as the application. */
@EventType(value = "finance.MatchResultCited", kept = Kept.FOR_REBUILDING)
public record MatchResultCited(UUID applicationId, UUID resultId, UUID enterpriseId) implements DomainEvent {

    @Override
    public UUID subject() {
        return applicationId;
    }
}
