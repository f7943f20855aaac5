package cn.zhengqi.user.api;

import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Questions of other services to the enterprise register. */
@FeignClient(name = "user-service", contextId = "internal-enterprises", path = "/internal/enterprises")
public interface InternalEnterprises {

    /** Answers NOT_FOUND for an unknown enterprise. */
    @GetMapping("/{id}")
    EnterpriseRecord enterprise(@PathVariable("id") UUID id);
}
