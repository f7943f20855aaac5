package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody took out in the background is ready, or will not be. What they cancelled themselves is told to nobody. Versions are the attempts at the job.
 *
 * @param accountId who asked for it, and alone may fetch it
 * @param list what the list is called
 * @param rows how many were written; 0 of one that failed
 * @param failure why there is no file; absent = it is ready
 */
@EventType("ops.ExportEnded")
public record ExportEnded(
        UUID jobId,
        UUID accountId,
        String list,
        long rows,
        @Nullable String failure,
        Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return jobId;
    }
}
