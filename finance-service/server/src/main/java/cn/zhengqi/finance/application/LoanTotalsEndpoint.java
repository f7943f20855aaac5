package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.InternalLoanTotals;
import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("stats-service")
class LoanTotalsEndpoint implements InternalLoanTotals {

    private final ApplicationFigures figures;

    LoanTotalsEndpoint(ApplicationFigures figures) {
        this.figures = figures;
    }

    @Override
    public LoanTotals totals() {
        return figures.totals();
    }
}
