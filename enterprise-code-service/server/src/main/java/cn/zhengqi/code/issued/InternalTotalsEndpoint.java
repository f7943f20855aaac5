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

    /** @param issued codes issued since the beginning, revoked ones included */
    record CodeTotals(long issued) {}

    @GetMapping("/internal/totals")
    CodeTotals totals() {
        return new CodeTotals(codes.issued());
    }
}
