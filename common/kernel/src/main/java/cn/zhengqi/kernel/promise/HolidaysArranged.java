package cn.zhengqi.kernel.promise;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a year is arranged now, in whole.
 *
 * @param document number of the notice
 * @param version counts up with each change of the year
 * @param withdrawn that it is not arranged any more, and what was; absent in events from before a year could be taken back
 */
@EventType(value = "user.HolidaysArranged", kept = Kept.FOR_REBUILDING)
public record HolidaysArranged(
        int year,
        String document,
        List<LocalDate> off,
        List<LocalDate> work,
        long version,
        Instant at,
        @Nullable Boolean withdrawn)
        implements DomainEvent {

    public HolidaysArranged {
        off = List.copyOf(off);
        work = List.copyOf(work);
    }

    /** As it counts from now on. */
    public HolidaysArranged(
            int year, String document, List<LocalDate> off, List<LocalDate> work, long version, Instant at) {
        this(year, document, off, work, version, at, null);
    }

    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("holidays/" + year).getBytes(StandardCharsets.UTF_8));
    }
}
