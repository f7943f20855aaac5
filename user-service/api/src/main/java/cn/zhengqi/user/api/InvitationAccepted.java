package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Who was asked into an enterprise came in.
 *
 * @param invitedById the administrator who asked
 * @param accountId of the new colleague
 * @param roleName in which they came, in Chinese
 */
@EventType(value = "user.InvitationAccepted", person = "accountId", names = "displayName")
public record InvitationAccepted(
        UUID invitationId,
        UUID invitedById,
        UUID enterpriseId,
        String enterpriseName,
        UUID accountId,
        String displayName,
        String roleName,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return invitationId;
    }
}
