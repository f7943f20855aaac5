package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.api.tag.EnterpriseSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a figure that is for the enterprises alone comes to on average, by size, of all that somebody reaches. By it money is estimated in place of each one's own figure, for whoever
 * changes a draft by one enterprise would read that one's figure by the difference of two sums, however coarsely these are told: the words of the benefit are typed too, and a rate moves
 * a sum over any edge. An average does not change with the draft. Sizes of very few are put together with the next ones, so that no two averages tell of a part.
 */
final class SizeAverages {

    static final int FEWEST = 10;

    private static final MathContext COARSE = new MathContext(2);

    private final Map<String, Part> sizes = new HashMap<>();
    private @Nullable Map<String, BigDecimal> averages;

    /** @param largest of them: an average of which it is more than a half tells it */
    private record Part(int enterprises, BigDecimal sum, BigDecimal largest) {

        static final Part NONE = new Part(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Part and(Part other) {
            return new Part(enterprises + other.enterprises, sum.add(other.sum), largest.max(other.largest));
        }

        boolean isTold() {
            return enterprises >= FEWEST && largest.multiply(BigDecimal.TWO).compareTo(sum) <= 0;
        }

        BigDecimal average() {
            return sum.divide(BigDecimal.valueOf(enterprises), MathContext.DECIMAL64)
                    .round(COARSE);
        }
    }

    /** @param figure a loss counts as nothing */
    void add(String size, double figure) {
        BigDecimal counted = BigDecimal.valueOf(figure).max(BigDecimal.ZERO);
        sizes.merge(size, new Part(1, counted, counted), Part::and);
    }

    /** Empty where no average of very many there is. */
    Optional<BigDecimal> of(String size) {
        if (averages == null) {
            averages = averages();
        }
        return Optional.ofNullable(averages.get(size));
    }

    /** From the smallest size to the largest, and first those of which it is not known. */
    private Map<String, BigDecimal> averages() {
        List<String> order = Stream.concat(
                        Stream.of(EnterpriseSize.values()).map(EnterpriseSize::label), Stream.of(Sandbox.NOWHERE))
                .toList()
                .reversed();
        Map<String, BigDecimal> found = new HashMap<>();
        Part last = Part.NONE;
        int lastFrom = 0;
        Part open = Part.NONE;
        int from = 0;
        for (int to = 1; to <= order.size(); to++) {
            open = open.and(sizes.getOrDefault(order.get(to - 1), Part.NONE));
            if (open.isTold()) {
                put(found, order.subList(from, to), open);
                last = open;
                lastFrom = from;
                open = Part.NONE;
                from = to;
            }
        }
        // What is left over counts with the sizes before it, which then have no average of their own; a giant among it
        // does not.
        put(found, order.subList(lastFrom, order.size()), last.and(open));
        return found;
    }

    private static void put(Map<String, BigDecimal> into, List<String> sizes, Part part) {
        if (part.isTold()) {
            sizes.forEach(size -> into.put(size, part.average()));
        }
    }
}
