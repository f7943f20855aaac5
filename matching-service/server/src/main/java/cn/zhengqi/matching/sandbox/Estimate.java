package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.engine.OwnersShare;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Adds up what a benefit may come to, one enterprise after the other. What would tell the figures of very few of them is kept back. */
final class Estimate {

    private static final int FEWEST = OwnersShare.FEWEST;

    /** Of those whose number is not told either. */
    static final SandboxMoney NOTHING = new SandboxMoney(null, null, 0, 0);

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
        return few.isEmpty() ? few : withOneMore(few, parts, one -> one.counted);
    }

    /** The same of the parts of which the number of enterprises itself is not told: those of none stay among those of few, for nobody is to tell them apart. */
    static Set<String> uncounted(Map<String, Estimate> parts) {
        Set<String> few = parts.entrySet().stream()
                .filter(part -> part.getValue().enterprises() < FEWEST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        return few.isEmpty() ? few : withOneMore(few, parts, Estimate::enterprises);
    }

    private static Set<String> withOneMore(
            Set<String> few, Map<String, Estimate> parts, ToIntFunction<Estimate> number) {
        int together = few.stream()
                .mapToInt(part -> number.applyAsInt(Objects.requireNonNull(parts.get(part))))
                .sum();
        if (together < FEWEST) {
            parts.entrySet().stream()
                    .filter(part -> !few.contains(part.getKey()) && number.applyAsInt(part.getValue()) >= FEWEST)
                    .min(Comparator.comparingInt(part -> number.applyAsInt(part.getValue())))
                    .ifPresent(smallest -> few.add(smallest.getKey()));
        }
        return few;
    }
}
