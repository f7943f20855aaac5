package cn.zhengqi.matching.reverse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How all enterprises of a search came out.
 *
 * @param code of the policy or product; absent as long as none is chosen
 * @param notice what must be known of its dates; absent where there is nothing
 * @param beginsOn its first day, where that is yet to come: nobody qualifies before
 * @param upcoming meet all conditions of what begins later
 * @param held have what it grants
 * @param switchedOff left out: they want no recommendations by their profile
 * @param taxWithdrawn left out: it asks for tax data, and they took back their consent to its use
 */
public record ReverseSummary(
        @Nullable String code,
        @Nullable String title,
        @Nullable String edition,
        boolean verified,
        @Nullable String notice,
        LocalDate asOf,
        @Nullable LocalDate beginsOn,
        long eligible,
        long upcoming,
        long nearly,
        long unknown,
        long ineligible,
        long held,
        long switchedOff,
        long taxWithdrawn) {}
