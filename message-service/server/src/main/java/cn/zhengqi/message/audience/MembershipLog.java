package cn.zhengqi.message.audience;

import cn.zhengqi.events.EventLog;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The event log of user-service, in which memberships begin and end. */
@FeignClient(name = "user-service", contextId = "membership-log")
interface MembershipLog {

    @GetMapping("/internal/events")
    EventLog.Slice events(@RequestParam("afterSeq") long afterSeq, @RequestParam("limit") int limit);
}
