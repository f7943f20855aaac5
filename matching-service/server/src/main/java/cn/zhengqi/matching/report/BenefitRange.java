package cn.zhengqi.matching.report;

import cn.zhengqi.matching.benefit.Amounts;
import cn.zhengqi.matching.benefit.BenefitSums;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy may bring one enterprise: an estimate, no promise.
 *
 * @param low the least; absent where the document states nothing that could be reckoned
 * @param high the most; absent where the document states nothing that could be reckoned
 * @param unit of both, such as 万元; empty where there are none
 * @param basis how it comes about, line by line, the words of the document first
 * @param certain false shows 待核实
 */
public record BenefitRange(
        String code,
        String title,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        String unit,
        List<String> basis,
        boolean certain) {

    boolean isSum() {
        return high != null && unit.equals(BenefitSums.WAN);
    }

    /** In one line: the range, or that none can be told. */
    String inWords() {
        return low == null || high == null ? "文件未载明可折算的金额" : Amounts.range(low, high, unit);
    }

    /**
     * Of those that can be had now.
     *
     * @param counted how many have a range in 万元
     * @param uncounted how many have none, and are not in the sum
     */
    public record Total(BigDecimal lowWan, BigDecimal highWan, int counted, int uncounted) {}
}
