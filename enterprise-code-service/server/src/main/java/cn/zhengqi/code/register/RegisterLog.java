package cn.zhengqi.code.register;

import cn.zhengqi.events.EventLog;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The event log of user-service, in which enterprises are registered. */
@FeignClient(name = "user-service", contextId = "register-log")
public interface RegisterLog {

    @GetMapping("/internal/events")
    EventLog.Slice events(@RequestParam("afterSeq") long afterSeq, @RequestParam("limit") int limit);
}
