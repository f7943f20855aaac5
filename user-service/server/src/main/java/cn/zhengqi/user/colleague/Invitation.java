package cn.zhengqi.user.colleague;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the enterprise's administrators see it.
 *
 * @param phone whose owner is meant; absent: whoever has the link
 */
public record Invitation(
        UUID id,
        ColleagueRole role,
        @Sensitive(mask = Mask.PHONE) @Nullable String phone,
        String invitedByName,
        OffsetDateTime createdAt,
        OffsetDateTime expiresAt,
        InvitationState state,
        @Nullable String acceptedByName) {}
