package cn.zhengqi.code.issued;

import cn.zhengqi.code.api.InternalCodeTotals;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CodeTotalsEndpoint implements InternalCodeTotals {

    private final CodeMapper codes;

    CodeTotalsEndpoint(CodeMapper codes) {
        this.codes = codes;
    }

    @Override
    public CodeTotals totals() {
        return new CodeTotals(codes.certifiedEnterprises());
    }
}
