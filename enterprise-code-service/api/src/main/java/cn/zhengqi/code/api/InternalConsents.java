package cn.zhengqi.code.api;

import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asked before data of an enterprise is used. */
@FeignClient(name = "enterprise-code-service", contextId = "internal-consents", path = "/internal/consents")
public interface InternalConsents {

    /** An enterprise that never said anything has not granted. */
    @GetMapping("/{enterpriseId}/{category}")
    ConsentState consent(
            @PathVariable("enterpriseId") UUID enterpriseId, @PathVariable("category") ConsentCategory category);
}
