package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.matching.api.match.InternalStandings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told before an enterprise fills anything in: how it stands by the policy's conditions and those of the project, and what it has already.
 *
 * @param standing by the policy's as of today; absent while it cannot be asked
 * @param audience by the project's own; absent where it has none, and while it cannot be asked
 * @param barred whether it may not apply for that; else the department decides
 * @param excludedBy what stands in the way; absent where nothing does
 * @param redemptionId its own application under the project; absent where it has none that lives
 */
record RedemptionEligibility(
        InternalStandings.@Nullable Standing standing,
        InternalStandings.@Nullable Standing audience,
        boolean barred,
        @Nullable ExcludedBy excludedBy,
        @Nullable UUID redemptionId) {}
