package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentState;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For services that are about to use data of an enterprise. */
@RestController
class InternalConsentsEndpoint {

    private final Consents consents;

    InternalConsentsEndpoint(Consents consents) {
        this.consents = consents;
    }

    @GetMapping("/internal/consents/{enterpriseId}/{category}")
    ConsentState consent(
            @PathVariable("enterpriseId") UUID enterpriseId, @PathVariable("category") ConsentCategory category) {
        return new ConsentState(consents.isGranted(enterpriseId, category));
    }
}
