package cn.zhengqi.policy.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;

/** What policy-service answers to who runs the platform about money. */
public interface InternalRedemption {

    @GetMapping("/internal/policies/redemption/verify")
    Report verify();

    /** Each figure beside what the ledger, the applications and the batches say of it. */
    record Report(OffsetDateTime checkedAt, List<Row> rows) {}

    /** @param difference here minus source; 0 when all is well */
    record Row(String figure, BigDecimal here, BigDecimal source, BigDecimal difference) {}
}
