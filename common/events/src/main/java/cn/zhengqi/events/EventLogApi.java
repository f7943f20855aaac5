package cn.zhengqi.events;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The event log of a service as the others read it: who does extends it with a {@code @FeignClient} that names the service. */
public interface EventLogApi {

    /** As {@link EventLog#after}. */
    @GetMapping("/internal/events")
    EventLog.Slice events(
            @RequestParam(name = "afterSeq", defaultValue = "0") long afterSeq,
            @RequestParam(name = "limit", defaultValue = "500") int limit);
}
