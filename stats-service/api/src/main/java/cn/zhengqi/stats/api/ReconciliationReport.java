package cn.zhengqi.stats.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** Each figure beside what its source counts from its own tables. */
public record ReconciliationReport(OffsetDateTime checkedAt, List<Row> rows) {

    /** @param difference here minus source; 0 when all is well */
    public record Row(String figure, BigDecimal here, BigDecimal source, BigDecimal difference) {}
}
