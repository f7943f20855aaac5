package cn.zhengqi.matching.report;

import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.match.PolicyMatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What policies may bring, as a report tells it: each with its basis, and together. */
final class BenefitRanges {

    private final BenefitSums sums;

    BenefitRanges(FactVector enterprise) {
        sums = new BenefitSums(enterprise);
    }

    BenefitRange of(PolicyMatch policy) {
        String words = policy.benefit();
        BenefitSums.Range range = sums.range(words);
        List<String> basis = new ArrayList<>();
        if (words != null) {
            basis.add("文件载明：" + words + "（" + policy.docNumber() + "）");
        }
        basis.addAll(range.how());
        return new BenefitRange(
                policy.code(), policy.title(), range.low(), range.high(), range.unit(), basis, policy.verified());
    }

    /** Of what is had now, without what another one is proposed in place of; how policies work on each other is not reckoned. */
    static BenefitRange.Total total(List<PolicyMatch> current, List<BenefitRange> ranges) {
        List<PolicyMatch> counting = current.stream()
                .filter(policy -> policy.choice() == null || policy.choice().proposed())
                .toList();
        List<BenefitRange> sums = new ArrayList<>(of(counting, ranges));
        // One income is taxed at one rate, however many documents grant a lower one.
        of(
                        counting.stream()
                                .filter(policy -> BenefitSums.lowersTheRate(policy.benefit()))
                                .toList(),
                        ranges)
                .stream()
                .sorted(Comparator.comparing(BenefitRange::high, Comparator.nullsFirst(Comparator.reverseOrder())))
                .skip(1)
                .forEach(sums::remove);
        return new BenefitRange.Total(sum(sums, true), sum(sums, false), sums.size(), current.size() - sums.size());
    }

    private static List<BenefitRange> of(List<PolicyMatch> policies, List<BenefitRange> ranges) {
        Set<String> codes = policies.stream().map(PolicyMatch::code).collect(Collectors.toSet());
        return ranges.stream()
                .filter(range -> range.isSum() && codes.contains(range.code()))
                .toList();
    }

    private static BigDecimal sum(List<BenefitRange> ranges, boolean low) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BenefitRange range : ranges) {
            BigDecimal end = low ? range.low() : range.high();
            sum = end == null ? sum : sum.add(end);
        }
        return sum;
    }
}
