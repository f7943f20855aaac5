package cn.zhengqi.code.api;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of enterprise codes, counted from their own tables, against which the statistics are checked. */
@FeignClient(name = "enterprise-code-service", contextId = "code-totals")
public interface InternalCodeTotals {

    /** @param certifiedEnterprises that hold a code which is not revoked: one that is frozen counts, one that was unbound does not */
    record CodeTotals(long certifiedEnterprises) {}

    @GetMapping("/internal/totals")
    CodeTotals totals();
}
