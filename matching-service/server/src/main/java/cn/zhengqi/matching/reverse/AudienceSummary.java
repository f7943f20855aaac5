package cn.zhengqi.matching.reverse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many enterprises are meant by conditions that somebody writes. Where these rest on what is for the enterprises alone, no count is told that would give away the
 * figures of very few, and those who fail are not told apart: whether somebody fails by one condition or by two is a figure too.
 *
 * @param notice what must be known of the dates of the policy; absent where there is nothing
 * @param beginsOn the first day of the policy, where that is yet to come: nobody qualifies before
 * @param listed whether the enterprises are listed: not where the conditions rest on what is for them alone
 * @param withheld whether nothing is counted at all: one comparison with it is about very few
 * @param fewest of the enterprises of which such facts decide no count is told by which fewer than these are set apart
 * @param eligible absent with the other counts where it is withheld, or where it would set so few apart
 * @param upcoming how many meet all conditions where the policy begins later; absent as {@code eligible}
 * @param nearly absent besides where the enterprises are not listed
 * @param ineligible as {@code nearly}
 * @param switchedOff left out: they want no recommendations by their profile
 * @param taxWithdrawn left out: the conditions ask for tax data, and they took back their consent to its use
 */
record AudienceSummary(
        @Nullable String notice,
        LocalDate asOf,
        @Nullable LocalDate beginsOn,
        boolean listed,
        boolean withheld,
        int fewest,
        @Nullable Integer eligible,
        @Nullable Integer upcoming,
        @Nullable Integer nearly,
        @Nullable Integer unknown,
        @Nullable Integer ineligible,
        long switchedOff,
        long taxWithdrawn) {}
