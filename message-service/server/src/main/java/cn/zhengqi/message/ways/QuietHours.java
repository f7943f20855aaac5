package cn.zhengqi.message.ways;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Hours of the day in which nobody's phone is made to ring; over midnight where they end before they begin.
 *
 * @param to the first moment after them; the same as {@code from}: there are none
 */
record QuietHours(LocalTime from, LocalTime to) {

    static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** @return when they are over; empty outside of them */
    Optional<Instant> until(Instant now) {
        ZonedDateTime here = now.atZone(BusinessTime.ZONE);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return Optional.empty();
        }
        boolean tomorrow = overMidnight && !time.isBefore(from);
        return Optional.of(here.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(to)
                .atZone(BusinessTime.ZONE)
                .toInstant());
    }
}
