package cn.zhengqi.matching.rebuild;

import cn.zhengqi.events.EventLog;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A service of which matching keeps copies. */
interface CopySource {

    @GetMapping("/internal/events")
    EventLog.Slice events(@RequestParam("afterSeq") long afterSeq, @RequestParam("limit") int limit);

    @FeignClient(name = "user-service", contextId = "user-log")
    interface User extends CopySource {}

    @FeignClient(name = "enterprise-code-service", contextId = "code-log")
    interface Code extends CopySource {}

    @FeignClient(name = "policy-service", contextId = "policy-log")
    interface Policy extends CopySource {}

    @FeignClient(name = "finance-service", contextId = "finance-log")
    interface Finance extends CopySource {}
}
