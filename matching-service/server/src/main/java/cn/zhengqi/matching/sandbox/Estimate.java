package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.engine.OwnersCounts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up what a benefit may come to, one enterprise after the other. What would tell the figures of very few of them is kept back. */
final class Estimate {

    private static final int FEWEST = OwnersCounts.FEWEST;

    /** Of those whose number is not told either. */
    static final SandboxMoney NOTHING = new SandboxMoney(null, null, 0, 0);

    private BigDecimal low = BigDecimal.ZERO;
    private BigDecimal high = BigDecimal.ZERO;
    private int counted;
    private int uncounted;
    private final Map<String, Integer> averaged = new HashMap<>();

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

    /** One whose own figure does not count, but the average of its size: once all averages are known. */
    void addAveraged(String size) {
        averaged.merge(size, 1, Integer::sum);
    }

    /** @param sums by size; empty: there is no average of it */
    void settle(Function<String, Optional<BenefitSums.Sum>> sums) {
        averaged.forEach((size, enterprises) -> {
            Optional<BenefitSums.Sum> sum = sums.apply(size);
            for (int i = 0; i < enterprises; i++) {
                add(sum);
            }
        });
        averaged.clear();
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
        return few.isEmpty() ? few : withOneMore(few, parts);
    }

    private static Set<String> withOneMore(Set<String> few, Map<String, Estimate> parts) {
        int together = few.stream()
                .mapToInt(part -> Objects.requireNonNull(parts.get(part)).counted)
                .sum();
        if (together < FEWEST) {
            parts.entrySet().stream()
                    .filter(part -> !few.contains(part.getKey()) && part.getValue().counted >= FEWEST)
                    .min(Comparator.comparingInt(part -> part.getValue().counted))
                    .ifPresent(smallest -> few.add(smallest.getKey()));
        }
        return few;
    }
}
