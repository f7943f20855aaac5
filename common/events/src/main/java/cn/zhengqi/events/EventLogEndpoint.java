package cn.zhengqi.events;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event log for other services of the platform. */
@RestController
@RequestMapping("/internal/events")
class EventLogEndpoint {

    private final EventLog log;

    EventLogEndpoint(EventLog log) {
        this.log = log;
    }

    @GetMapping
    EventLog.Slice events(
            @RequestParam(defaultValue = "0") long afterSeq, @RequestParam(defaultValue = "500") int limit) {
        return log.after(afterSeq, limit);
    }
}
