package cn.zhengqi.finance.rebuild;

import cn.zhengqi.events.EventLogApi;
import org.springframework.cloud.openfeign.FeignClient;

/** The services of which finance keeps copies. */
public interface CopySource {

    @FeignClient(name = "user-service", contextId = "user-log")
    interface User extends EventLogApi {}

    @FeignClient(name = "matching-service", contextId = "matching-log")
    interface Matching extends EventLogApi {}

    @FeignClient(name = "enterprise-code-service", contextId = "code-log")
    interface Code extends EventLogApi {}
}
