package cn.zhengqi.finance.rebuild;

import cn.zhengqi.events.EventLog;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A service of which finance keeps copies. */
public interface CopySource {

    @GetMapping("/internal/events")
    EventLog.Slice events(@RequestParam("afterSeq") long afterSeq, @RequestParam("limit") int limit);

    @FeignClient(name = "user-service", contextId = "user-log")
    interface User extends CopySource {}

    @FeignClient(name = "matching-service", contextId = "matching-log")
    interface Matching extends CopySource {}
}
