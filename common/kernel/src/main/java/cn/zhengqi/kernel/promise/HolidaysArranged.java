package cn.zhengqi.kernel.promise;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a year is arranged now, in whole.
 *
 * @param document number of the notice
 * @param version counts up with each change of the year
 */
@EventType(value = "user.HolidaysArranged", kept = Kept.FOR_REBUILDING)
public record HolidaysArranged(
        int year, String document, List<LocalDate> off, List<LocalDate> work, long version, Instant at)
        implements DomainEvent {

    public HolidaysArranged {
        off = List.copyOf(off);
        work = List.copyOf(work);
    }

    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("holidays/" + year).getBytes(StandardCharsets.UTF_8));
    }
}
