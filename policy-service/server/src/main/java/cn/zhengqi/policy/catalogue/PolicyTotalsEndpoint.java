package cn.zhengqi.policy.catalogue;

import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("stats-service")
class PolicyTotalsEndpoint implements InternalPolicyTotals {

    private final PolicyFigures figures;

    PolicyTotalsEndpoint(PolicyFigures figures) {
        this.figures = figures;
    }

    @Override
    public PolicyTotals totals() {
        return figures.totals();
    }
}
