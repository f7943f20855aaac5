package cn.zhengqi.code.issued;

import cn.zhengqi.code.api.InternalCodeTotals;
import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("stats-service")
class CodeTotalsEndpoint implements InternalCodeTotals {

    private final Codes codes;

    CodeTotalsEndpoint(Codes codes) {
        this.codes = codes;
    }

    @Override
    public CodeTotals totals() {
        return new CodeTotals(codes.certifiedEnterprises());
    }
}
