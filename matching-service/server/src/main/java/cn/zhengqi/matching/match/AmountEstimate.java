package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much one enterprise could have of a loan product, as far as publications say: an estimate, no promise. The bank decides.
 *
 * @param lowWan 万元: the least that the limit can turn out to be; absent where no limit is known
 * @param highWan 万元: the most that it can turn out to be; absent where no limit is known
 * @param certain false shows 待核实
 * @param basis how it comes about, line by line
 * @param missing facts whose filling in makes the interval narrower
 * @param considers what the bank looks at besides, as published, and what the enterprise has of it
 */
public record AmountEstimate(
        @Nullable BigDecimal lowWan,
        @Nullable BigDecimal highWan,
        boolean certain,
        List<String> basis,
        List<FactRef> missing,
        List<Considered> considers) {

    /**
     * @param value what the enterprise has, absent while it is not known
     * @param missing what to fill in then
     */
    public record Considered(String label, @Nullable String value, List<FactRef> missing) {}
}
