package cn.zhengqi.user.account;

import cn.zhengqi.events.EventLog;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The event log of auth-service, in which accounts are opened. */
@FeignClient(name = "auth-service", contextId = "account-log")
interface AccountLog {

    @GetMapping("/internal/events")
    EventLog.Slice events(@RequestParam("afterSeq") long afterSeq, @RequestParam("limit") int limit);
}
