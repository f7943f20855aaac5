package cn.zhengqi.policy.draft;

import cn.zhengqi.policy.api.InternalFactUses;
import cn.zhengqi.web.Callers;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("matching-service")
class FactUsesEndpoint implements InternalFactUses {

    private final FactUses uses;

    FactUsesEndpoint(FactUses uses) {
        this.uses = uses;
    }

    @Override
    public List<Use> uses(String name) {
        return uses.of(name);
    }
}
