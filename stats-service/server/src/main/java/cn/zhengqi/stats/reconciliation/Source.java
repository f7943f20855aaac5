package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.events.EventLogApi;
import org.springframework.cloud.openfeign.FeignClient;

/** The event logs of the services whose facts are counted here. */
public interface Source {

    @FeignClient(name = "auth-service", contextId = "auth-log")
    interface Auth extends EventLogApi {}

    @FeignClient(name = "enterprise-code-service", contextId = "code-log")
    interface Code extends EventLogApi {}

    @FeignClient(name = "policy-service", contextId = "policy-log")
    interface Policy extends EventLogApi {}

    @FeignClient(name = "matching-service", contextId = "matching-log")
    interface Matching extends EventLogApi {}

    @FeignClient(name = "finance-service", contextId = "finance-log")
    interface Finance extends EventLogApi {}
}
