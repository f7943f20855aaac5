package cn.zhengqi.stats.api;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** For the operator's commands {@code zhengqi reconcile} and {@code zhengqi rebuild stats}. */
@FeignClient(name = "stats-service", contextId = "internal-stats")
public interface InternalStats {

    @GetMapping("/internal/stats/reconcile")
    ReconciliationReport reconcile();

    /** Makes the figures anew from the event logs of the sources; the old ones stand until all is counted. */
    @PostMapping("/internal/stats/rebuild")
    RebuildReport rebuild();
}
