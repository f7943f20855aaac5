package cn.zhengqi.code.register;

import cn.zhengqi.events.EventLogApi;
import org.springframework.cloud.openfeign.FeignClient;

/** The event log of user-service, in which enterprises are registered. */
@FeignClient(name = "user-service", contextId = "register-log")
public interface RegisterLog extends EventLogApi {}
