package cn.zhengqi.code.register;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi rebuild enterprise-code}: the copy of the register. Codes are the service's own. */
@RestController
@Callers(Callers.OPERATIONS)
class RegisterRebuildController {

    private static final Rebuild.Derived COPY =
            new Rebuild.Derived(Set.of(EnterpriseRegister.COPY), List.of("registered_enterprise"));

    private final Rebuild rebuild;
    private final RegisterLog log;

    RegisterRebuildController(Rebuild rebuild, RegisterLog log) {
        this.rebuild = rebuild;
        this.log = log;
    }

    @PostMapping("/internal/enterprise-code/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPY, List.of(log::events));
    }
}
