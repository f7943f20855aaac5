package cn.zhengqi.user.register;

import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register for other services of the platform. */
@RestController
@RequestMapping("/internal/enterprises")
@Callers({"enterprise-code-service", "finance-service", "policy-service"})
class InternalEnterprisesEndpoint {

    private final Register register;

    InternalEnterprisesEndpoint(Register register) {
        this.register = register;
    }

    @GetMapping("/{id}")
    EnterpriseRecord enterprise(@PathVariable UUID id) {
        return register.record(id);
    }
}
