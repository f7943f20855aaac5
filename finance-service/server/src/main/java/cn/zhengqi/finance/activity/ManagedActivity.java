package cn.zhengqi.finance.activity;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its organiser sees it.
 *
 * @param onlineLink told to who is signed up
 * @param signedUp enterprises that come
 * @param waiting enterprises that would like to
 * @param checkedIn enterprises that came
 * @param peopleIn people that came with them
 * @param version to be sent with the next action
 */
public record ManagedActivity(
        UUID id,
        ActivityView activity,
        @Nullable String onlineLink,
        String body,
        ActivityStatus status,
        int signedUp,
        int waiting,
        int checkedIn,
        int peopleIn,
        String createdBy,
        OffsetDateTime changedAt,
        int version) {

    static ManagedActivity of(Activity it, SignUpMapper.@Nullable Counts counts, Instant now) {
        return new ManagedActivity(
                it.id(),
                ActivityView.of(it, now),
                it.onlineLink(),
                it.body(),
                it.status(),
                counts == null ? 0 : counts.signedUp(),
                counts == null ? 0 : counts.waiting(),
                counts == null ? 0 : counts.checkedIn(),
                counts == null ? 0 : counts.peopleIn(),
                it.createdByName(),
                BusinessTime.at(it.changedAt()),
                it.version());
    }
}
