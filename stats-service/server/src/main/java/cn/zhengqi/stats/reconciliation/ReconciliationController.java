package cn.zhengqi.stats.reconciliation;

import cn.zhengqi.stats.api.InternalStats;
import cn.zhengqi.stats.api.RebuildReport;
import cn.zhengqi.stats.api.ReconciliationReport;
import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers(Callers.OPERATIONS)
class ReconciliationController implements InternalStats {

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public ReconciliationReport reconcile() {
        return reconciliation.reconcile();
    }

    @Override
    public RebuildReport rebuild() {
        return reconciliation.rebuild();
    }
}
