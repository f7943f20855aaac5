package cn.zhengqi.events;

import cn.zhengqi.web.Callers;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestController;

/** The event log for other services of the platform. */
@RestController
@Callers({
    "user-service",
    "enterprise-code-service",
    "policy-service",
    "finance-service",
    "matching-service",
    "message-service",
    "ops-service",
    "stats-service"
})
class EventLogEndpoint implements EventLogApi {

    private final EventLog log;
    private final EventConfidences confidences;

    EventLogEndpoint(EventLog log, EventConfidences confidences) {
        this.log = log;
        this.confidences = confidences;
    }

    @Override
    public EventLog.Slice events(long afterSeq, int limit) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return log.after(afterSeq, limit, confidences.withheldFrom(caller == null ? "" : caller.getName()));
    }
}
