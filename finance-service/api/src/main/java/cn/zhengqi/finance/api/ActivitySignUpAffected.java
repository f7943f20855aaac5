package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to the sign-up of an enterprise for an activity that it did not do itself.
 *
 * @param place absent: online alone
 * @param reason why the activity is cancelled; else absent
 */
@EventType("finance.ActivitySignUpAffected")
public record ActivitySignUpAffected(
        UUID signUpId,
        UUID activityId,
        UUID enterpriseId,
        UUID personId,
        boolean demo,
        String activityTitle,
        Instant startsAt,
        @Nullable String place,
        int people,
        By by,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {

    /** What it was. */
    public enum By {
        /** Room came free, and it waited longest of those that fit. */
        MOVED_UP,
        /** The activity is tomorrow, or today. */
        DUE,
        /** Another time or place. */
        REARRANGED,
        CANCELLED
    }

    @Override
    public UUID subject() {
        return signUpId;
    }
}
