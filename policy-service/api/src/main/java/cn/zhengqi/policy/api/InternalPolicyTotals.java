package cn.zhengqi.policy.api;

import java.math.BigDecimal;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of the policy library, counted from its own tables, against which the statistics are checked. */
@FeignClient(name = "policy-service", contextId = "policy-totals")
public interface InternalPolicyTotals {

    /**
     * How many enterprises took each step, each counted once under each policy.
     *
     * @param policies that can be read
     * @param amountPaid 元, by the ledger
     */
    record PolicyTotals(long policies, long opened, long filed, long approved, long paid, BigDecimal amountPaid) {}

    @GetMapping("/internal/totals")
    PolicyTotals totals();
}
