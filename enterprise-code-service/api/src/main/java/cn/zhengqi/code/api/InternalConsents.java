package cn.zhengqi.code.api;

import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The consent centre, for services in which a person of the enterprise grants or withdraws what they are about to use. */
@FeignClient(name = "enterprise-code-service", contextId = "internal-consents", path = "/internal/consents")
public interface InternalConsents {

    /** What the person says, and who they are. */
    record Wish(boolean granted, UUID actorId, String actorName) {}

    /** Grants or withdraws; saying the same again changes nothing, and the answer says since when it has been granted. */
    @PutMapping("/{enterpriseId}/{category}")
    ConsentState set(
            @PathVariable("enterpriseId") UUID enterpriseId,
            @PathVariable("category") ConsentCategory category,
            @RequestBody Wish wish);
}
