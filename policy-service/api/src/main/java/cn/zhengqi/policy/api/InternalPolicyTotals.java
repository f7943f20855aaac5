package cn.zhengqi.policy.api;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of the policy library, counted from its own tables, against which the statistics are checked. */
@FeignClient(name = "policy-service", contextId = "policy-totals")
public interface InternalPolicyTotals {

    /** @param policies that can be read */
    record PolicyTotals(long policies) {}

    @GetMapping("/internal/totals")
    PolicyTotals totals();
}
