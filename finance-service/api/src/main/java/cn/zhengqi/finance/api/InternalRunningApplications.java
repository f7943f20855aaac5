package cn.zhengqi.finance.api;

import java.time.Instant;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asked before an enterprise is left without anybody who could answer for it. */
@FeignClient(name = "finance-service", contextId = "running-applications")
public interface InternalRunningApplications {

    /**
     * @param count of the enterprise's applications that wait for the bank, or whose loan is not settled; one that is being handed in meanwhile is waited for
     * @param countedAt by the clock by which applications are handed in: whatever was not among the counted is of this moment or later
     */
    record Running(long count, Instant countedAt) {}

    @GetMapping("/internal/running-applications")
    Running running(@RequestParam("enterpriseId") UUID enterpriseId);
}
