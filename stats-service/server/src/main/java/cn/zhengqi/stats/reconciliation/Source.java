package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.events.EventLog;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A service whose facts are counted here: its event log, and its own totals. */
interface Source {

    @GetMapping("/internal/events")
    EventLog.Slice events(@RequestParam("afterSeq") long afterSeq, @RequestParam("limit") int limit);

    /** Counted by the source from its own tables; names as in {@link FiguresHere}. */
    @GetMapping("/internal/totals")
    Map<String, BigDecimal> totals();

    @FeignClient(name = "auth-service", contextId = "auth-source")
    interface Auth extends Source {}

    @FeignClient(name = "enterprise-code-service", contextId = "code-source")
    interface Code extends Source {}

    @FeignClient(name = "policy-service", contextId = "policy-source")
    interface Policy extends Source {}

    @FeignClient(name = "finance-service", contextId = "finance-source")
    interface Finance extends Source {}
}
