package cn.zhengqi.user.api;

import cn.zhengqi.kernel.UserType;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Asked at sign-in: who an account is to the platform. */
@FeignClient(name = "user-service", contextId = "internal-principals", path = "/internal/principals")
public interface InternalPrincipals {

    /** An account without memberships gets what its user type may do. */
    @GetMapping("/{accountId}")
    Principal principal(@PathVariable("accountId") UUID accountId, @RequestParam("userType") UserType userType);
}
