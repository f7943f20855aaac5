package cn.zhengqi.matching.reverse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many enterprises are meant by conditions that somebody writes. Where these rest on what is for the enterprises alone, no count is told that would give away the
 * figures of very few, and those who fail are not told apart: whether somebody fails by one condition or by two is a figure too.
 *
 * @param notice what must be known of the dates of the policy; absent where there is nothing
 * @param listed whether the enterprises are listed: not where the conditions rest on what is for them alone
 * @param withheld whether nothing is counted at all: what is for them alone decides of very few
 * @param fewest a count below it is not told
 * @param eligible absent with the other counts where it is withheld, or fewer than the fewest
 * @param nearly absent besides where the enterprises are not listed
 * @param ineligible as {@code nearly}
 * @param switchedOff left out: they want no recommendations by their profile
 * @param taxWithdrawn left out: the conditions ask for tax data, and they took back their consent to its use
 */
record AudienceSummary(
        @Nullable String notice,
        LocalDate asOf,
        boolean listed,
        boolean withheld,
        int fewest,
        @Nullable Integer eligible,
        @Nullable Integer nearly,
        @Nullable Integer unknown,
        @Nullable Integer ineligible,
        long switchedOff,
        long taxWithdrawn) {}
