package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.match.MatchOutcome;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another published policy that cannot be enjoyed together with this one.
 *
 * @param outcome of the other one for this enterprise
 * @param beginsOn its first day, where that is yet to come
 * @param group in which the other one is shown, so that it is called here as there; absent in results kept before this was told
 * @param clause the words that say so
 * @param place where they stand in the document
 * @param certain false shows 待核实
 */
public record ExcludedPolicy(
        UUID policyId,
        String code,
        String title,
        MatchOutcome outcome,
        @Nullable LocalDate beginsOn,
        @Nullable MatchGroup group,
        String clause,
        @Nullable String place,
        boolean certain) {}
