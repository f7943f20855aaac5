package cn.zhengqi.code.issued;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the statistics compare their own figures with. */
@RestController
class InternalTotalsEndpoint {

    private final CodeMapper codes;

    InternalTotalsEndpoint(CodeMapper codes) {
        this.codes = codes;
    }

    /** @param certifiedEnterprises that ever held a code: one that claims anew after a revocation counts once */
    record CodeTotals(long certifiedEnterprises) {}

    @GetMapping("/internal/totals")
    CodeTotals totals() {
        return new CodeTotals(codes.certifiedEnterprises());
    }
}
