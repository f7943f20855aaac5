package cn.zhengqi.policy.catalogue;

import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild policy}: the tags that policies carry, and the working days. All else is the service's own. */
@RestController
@Callers(Callers.OPERATIONS)
class PolicyRebuildController {

    static final Rebuild.Derived COPIES = new Rebuild.Derived(
            Set.of(PolicyTags.COPY, WorkCalendars.COPY), List.of(PolicyTags.TABLE, WorkCalendars.TABLE));

    private final Rebuild rebuild;
    private final PlatformLogs logs;

    PolicyRebuildController(Rebuild rebuild, PlatformLogs logs) {
        this.rebuild = rebuild;
        this.logs = logs;
    }

    @PostMapping("/internal/policy/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPIES, logs.sources());
    }
}
