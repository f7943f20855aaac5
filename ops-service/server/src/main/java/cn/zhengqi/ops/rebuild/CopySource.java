package cn.zhengqi.ops.rebuild;

import cn.zhengqi.events.EventLogApi;
import org.springframework.cloud.openfeign.FeignClient;

/** The services of which ops keeps copies. */
public interface CopySource {

    @FeignClient(name = "user-service", contextId = "user-log")
    interface User extends EventLogApi {}

    @FeignClient(name = "enterprise-code-service", contextId = "code-log")
    interface Code extends EventLogApi {}

    @FeignClient(name = "policy-service", contextId = "policy-log")
    interface Policy extends EventLogApi {}

    @FeignClient(name = "finance-service", contextId = "finance-log")
    interface Finance extends EventLogApi {}
}
