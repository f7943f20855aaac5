package cn.zhengqi.code.api;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of enterprise codes, counted from their own tables, against which the statistics are checked. */
@FeignClient(name = "enterprise-code-service", contextId = "code-totals")
public interface InternalCodeTotals {

    /** @param certifiedEnterprises that ever held a code: one that claims anew after a revocation counts once */
    record CodeTotals(long certifiedEnterprises) {}

    @GetMapping("/internal/totals")
    CodeTotals totals();
}
