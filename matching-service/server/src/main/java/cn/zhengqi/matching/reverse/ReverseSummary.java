package cn.zhengqi.matching.reverse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How all enterprises of a search came out.
 *
 * @param code of the policy or product; absent as long as none is chosen
 * @param notice what must be known of its dates; absent where there is nothing
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
        long eligible,
        long nearly,
        long unknown,
        long ineligible,
        long held,
        long switchedOff,
        long taxWithdrawn) {}
