package cn.zhengqi.events;

import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

/** The event log for other services of the platform. */
@RestController
@Callers({
    "user-service",
    "enterprise-code-service",
    "finance-service",
    "matching-service",
    "message-service",
    "stats-service"
})
class EventLogEndpoint implements EventLogApi {

    private final EventLog log;

    EventLogEndpoint(EventLog log) {
        this.log = log;
    }

    @Override
    public EventLog.Slice events(long afterSeq, int limit) {
        return log.after(afterSeq, limit);
    }
}
