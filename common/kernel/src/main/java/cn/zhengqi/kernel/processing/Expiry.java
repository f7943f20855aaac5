package cn.zhengqi.kernel.processing;

import java.time.OffsetDateTime;
import java.time.Period;

/**
 * How what was kept for its term goes. A bean for each; done every night.
 *
 * @param name code of the processing whose data it is, or of what no processing is declared for
 * @param term counted from what {@code removal} takes for the beginning
 */
public record Expiry(String name, Period term, Removal removal) {

    /** Takes away, or makes nobody's, what began before a time. */
    @FunctionalInterface
    public interface Removal {

        /** @return how much went; less than {@code most}: nothing is left */
        int remove(OffsetDateTime before, int most);
    }
}
