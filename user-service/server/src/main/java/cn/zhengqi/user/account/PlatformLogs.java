package cn.zhengqi.user.account;

import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.EventLogApi;
import cn.zhengqi.events.Rebuild;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.stereotype.Component;

/** The event logs of all services, each of which declares what it has: this one's own, and those of the others. */
@Component
class PlatformLogs {

    private final List<Rebuild.Source> sources;

    PlatformLogs(
            EventLog own,
            Auth auth,
            EnterpriseCode code,
            Policy policy,
            Finance finance,
            Matching matching,
            Message message,
            Stats stats,
            Ops ops) {
        sources = List.of(
                own::after,
                auth::events,
                code::events,
                policy::events,
                finance::events,
                matching::events,
                message::events,
                stats::events,
                ops::events);
    }

    List<Rebuild.Source> sources() {
        return sources;
    }

    @FeignClient(name = "auth-service", contextId = "platform-log-auth")
    interface Auth extends EventLogApi {}

    @FeignClient(name = "enterprise-code-service", contextId = "platform-log-enterprise-code")
    interface EnterpriseCode extends EventLogApi {}

    @FeignClient(name = "policy-service", contextId = "platform-log-policy")
    interface Policy extends EventLogApi {}

    @FeignClient(name = "finance-service", contextId = "platform-log-finance")
    interface Finance extends EventLogApi {}

    @FeignClient(name = "matching-service", contextId = "platform-log-matching")
    interface Matching extends EventLogApi {}

    @FeignClient(name = "message-service", contextId = "platform-log-message")
    interface Message extends EventLogApi {}

    @FeignClient(name = "stats-service", contextId = "platform-log-stats")
    interface Stats extends EventLogApi {}

    @FeignClient(name = "ops-service", contextId = "platform-log-ops")
    interface Ops extends EventLogApi {}
}
