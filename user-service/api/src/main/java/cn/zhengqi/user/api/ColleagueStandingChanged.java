package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who administers an enterprise changed what a colleague is in it, who is told of it. What people do to themselves is none.
 *
 * @param changeId the change; each has its own
 * @param accountId of the colleague
 */
@EventType(value = "user.ColleagueStandingChanged", person = "byId", names = "byName")
public record ColleagueStandingChanged(
        UUID changeId,
        UUID accountId,
        UUID enterpriseId,
        String enterpriseName,
        Change change,
        UUID byId,
        String byName,
        Instant at)
        implements DomainEvent {

    /** What became of the colleague. */
    public enum Change {
        MADE_ADMIN,
        MADE_MEMBER,
        /** Who administered it until now stepped back in the colleague's favour. */
        HANDED_OVER,
        REMOVED
    }

    @Override
    public UUID subject() {
        return changeId;
    }
}
