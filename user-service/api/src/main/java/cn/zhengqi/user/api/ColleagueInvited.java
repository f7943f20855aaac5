package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner of a phone was asked into an enterprise by who administers it. Of a phone that is nobody's, or of nobody who could accept, there is no such fact.
 *
 * @param accountId of whoever is asked
 * @param until when it can be accepted
 */
@EventType(value = "user.ColleagueInvited", person = "byId", names = "byName")
public record ColleagueInvited(
        UUID invitationId,
        UUID accountId,
        UUID enterpriseId,
        String enterpriseName,
        UUID byId,
        String byName,
        Instant at,
        Instant until)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return invitationId;
    }
}
