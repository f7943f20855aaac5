package cn.zhengqi.policy.declaration;

import cn.zhengqi.matching.api.match.InternalStandings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told before anybody fills in: how the enterprise stands by the policy's conditions.
 *
 * @param standing absent while it cannot be asked
 * @param barred whether it may not declare for that
 * @param declarationId the one that it has going on under the project
 */
record Eligibility(
        InternalStandings.@Nullable Standing standing,
        boolean barred,
        @Nullable UUID declarationId,
        @Nullable DeclarationStatus status) {}
