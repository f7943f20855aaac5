package cn.zhengqi.message.audience;

import cn.zhengqi.events.EventLogApi;
import org.springframework.cloud.openfeign.FeignClient;

/** The event log of enterprise-code-service, in which enterprises are certified. */
@FeignClient(name = "enterprise-code-service", contextId = "code-log")
interface CodeLog extends EventLogApi {}
