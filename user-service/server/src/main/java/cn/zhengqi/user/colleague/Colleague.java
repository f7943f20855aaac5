package cn.zhengqi.user.colleague;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Somebody of the enterprise, as the others see them.
 *
 * @param enabled whether the account gets in
 * @param self who asks
 */
public record Colleague(
        UUID accountId,
        String displayName,
        ColleagueRole role,
        boolean enabled,
        OffsetDateTime joinedAt,
        boolean self) {}
