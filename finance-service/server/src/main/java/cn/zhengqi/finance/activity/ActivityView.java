package cn.zhengqi.finance.activity;

import cn.zhengqi.finance.cover.Cover;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as everybody sees it.
 *
 * @param online one can take part from elsewhere; the link is told to who is signed up
 * @param mostEach people with whom one enterprise may come
 * @param taken people that are signed up
 * @param cancelReason of a cancelled one
 */
public record ActivityView(
        UUID id,
        String title,
        String organiser,
        @Nullable String place,
        boolean online,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        OffsetDateTime signUpFrom,
        OffsetDateTime signUpUntil,
        int quota,
        int mostEach,
        int taken,
        String audience,
        ActivityPhase phase,
        @Nullable String cancelReason,
        @Nullable Cover cover) {

    static ActivityView of(Activity it, Instant now) {
        return new ActivityView(
                it.id(),
                it.title(),
                it.organiser(),
                it.place(),
                it.onlineLink() != null,
                BusinessTime.at(it.startsAt()),
                BusinessTime.at(it.endsAt()),
                BusinessTime.at(it.signUpFrom()),
                BusinessTime.at(it.signUpUntil()),
                it.quota(),
                it.mostEach(),
                it.taken(),
                it.audience(),
                it.phase(now),
                it.cancelReason(),
                it.cover());
    }
}
