package cn.zhengqi.policy.declaration;

import cn.zhengqi.matching.api.match.InternalStandings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told before anybody fills in: how the enterprise stands by the policy's conditions, and by those of the project.
 *
 * @param standing by the policy's; absent while it cannot be asked
 * @param audience by the project's own; absent where it has none, and while it cannot be asked
 * @param barred whether it may not declare for that
 * @param declarationId the one that it has going on under the project
 */
record Eligibility(
        InternalStandings.@Nullable Standing standing,
        InternalStandings.@Nullable Standing audience,
        boolean barred,
        @Nullable UUID declarationId,
        @Nullable DeclarationStatus status) {}
