package cn.zhengqi.policy.api;

import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asked before an enterprise is left without anybody who could answer for it. */
@FeignClient(name = "policy-service", contextId = "running-cases")
public interface InternalRunningCases {

    /**
     * @param declarations of the enterprise that were handed in and are not decided
     * @param redemptions that it applied for or confirmed, and that are neither paid nor over
     */
    record Running(long declarations, long redemptions) {}

    @GetMapping("/internal/running-cases")
    Running running(@RequestParam("enterpriseId") UUID enterpriseId);
}
