package cn.zhengqi.matching.advice;

import cn.zhengqi.matching.match.AmountEstimate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Between which amounts an estimate lies, in 万元. */
public record AmountRange(BigDecimal lowWan, BigDecimal highWan) {

    /** What there is of a product that cannot be had. */
    static final AmountRange NOTHING = new AmountRange(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Null where no limit is known. */
    static @Nullable AmountRange of(AmountEstimate estimate) {
        return estimate.lowWan() == null || estimate.highWan() == null
                ? null
                : new AmountRange(estimate.lowWan(), estimate.highWan());
    }

    /** By how much either end rises, the more of the two; 0 or less where neither does. */
    BigDecimal risesTo(AmountRange after) {
        return after.highWan.subtract(highWan).max(after.lowWan.subtract(lowWan));
    }

    boolean same(AmountRange other) {
        return lowWan.compareTo(other.lowWan) == 0 && highWan.compareTo(other.highWan) == 0;
    }
}
