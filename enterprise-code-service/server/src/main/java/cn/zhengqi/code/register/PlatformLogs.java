package cn.zhengqi.code.register;

import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.EventLogApi;
import cn.zhengqi.events.Rebuild;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.stereotype.Component;

/** The event logs of all services, each of which declares what it has: this one's own, and those of the others. */
@Component
public class PlatformLogs {

    private final List<Rebuild.Source> sources;

    PlatformLogs(
            EventLog own,
            Auth auth,
            User user,
            Policy policy,
            Finance finance,
            Matching matching,
            Message message,
            Stats stats,
            Ops ops) {
        sources = List.of(
                own::after,
                auth::events,
                user::events,
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
    public interface Auth extends EventLogApi {}

    @FeignClient(name = "user-service", contextId = "platform-log-user")
    public interface User extends EventLogApi {}

    @FeignClient(name = "policy-service", contextId = "platform-log-policy")
    public interface Policy extends EventLogApi {}

    @FeignClient(name = "finance-service", contextId = "platform-log-finance")
    public interface Finance extends EventLogApi {}

    @FeignClient(name = "matching-service", contextId = "platform-log-matching")
    public interface Matching extends EventLogApi {}

    @FeignClient(name = "message-service", contextId = "platform-log-message")
    public interface Message extends EventLogApi {}

    @FeignClient(name = "stats-service", contextId = "platform-log-stats")
    public interface Stats extends EventLogApi {}

    @FeignClient(name = "ops-service", contextId = "platform-log-ops")
    public interface Ops extends EventLogApi {}
}
