package cn.zhengqi.events;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.cloud.openfeign.FeignClientBuilder;
import org.springframework.context.ApplicationContext;

/**
 * The event logs of all services, each of which declares what it has: for what is rebuilt from facts that any of them tells. A service that wants them makes a bean of
 * it; the clients are made when they are asked for, which is seldom.
 */
public class PlatformLogs {

    private static final List<String> SERVICES = List.of(
            "auth-service",
            "user-service",
            "enterprise-code-service",
            "policy-service",
            "finance-service",
            "matching-service",
            "message-service",
            "stats-service",
            "ops-service");

    private final EventLog own;
    private final String ownName;
    private final ApplicationContext context;

    /** @param own of the service that asks, which reads it without a call */
    public PlatformLogs(EventLog own, ApplicationContext context) {
        this.own = own;
        this.ownName = context.getEnvironment().getRequiredProperty("spring.application.name");
        this.context = context;
    }

    public List<Rebuild.Source> sources() {
        FeignClientBuilder clients = new FeignClientBuilder(context);
        Stream<Rebuild.Source> others = SERVICES.stream()
                .filter(service -> !service.equals(ownName))
                .map(service -> clients.forType(EventLogApi.class, service)
                        .contextId("platform-log-" + service)
                        .build())
                .map(log -> log::events);
        return Stream.concat(Stream.of(own::after), others).toList();
    }
}
