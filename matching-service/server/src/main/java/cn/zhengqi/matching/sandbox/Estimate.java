package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.benefit.BenefitSums;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds up what a benefit may come to, one enterprise after the other. What would tell the figures of very few of them is kept back. */
final class Estimate {

    /** Of fewer a sum lets their own figures be reckoned back. */
    static final int FEWEST = 3;

    private BigDecimal low = BigDecimal.ZERO;
    private BigDecimal high = BigDecimal.ZERO;
    private int counted;
    private int uncounted;

    /** @param sum empty: none can be told */
    void add(Optional<BenefitSums.Sum> sum) {
        sum.ifPresentOrElse(
                told -> {
                    low = low.add(told.low());
                    high = high.add(told.high());
                    counted++;
                },
                () -> uncounted++);
    }

    int enterprises() {
        return counted + uncounted;
    }

    SandboxMoney money() {
        return counted < FEWEST ? keptBack() : new SandboxMoney(low, high, counted, uncounted);
    }

    SandboxMoney keptBack() {
        return new SandboxMoney(null, null, counted, uncounted);
    }

    /** Which of the parts of a whole are kept back: those of very few, and one more where these together are so few that the whole would tell them. */
    static Set<String> keptBack(Map<String, Estimate> parts) {
        Set<String> few = parts.entrySet().stream()
                .filter(part -> part.getValue().counted > 0 && part.getValue().counted < FEWEST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        int together = parts.entrySet().stream()
                .filter(part -> few.contains(part.getKey()))
                .mapToInt(part -> part.getValue().counted)
                .sum();
        if (together > 0 && together < FEWEST) {
            parts.entrySet().stream()
                    .filter(part -> part.getValue().counted >= FEWEST)
                    .min(Comparator.comparingInt(part -> part.getValue().counted))
                    .ifPresent(smallest -> few.add(smallest.getKey()));
        }
        return few;
    }
}
