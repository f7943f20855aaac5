package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone scanned the code of an enterprise and saw what it allows. */
@EventType("code.CodeScanned")
public record CodeScanned(
        UUID scanId,
        UUID enterpriseId,
        String scannerName,
        @Nullable String institutionName,
        Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return scanId;
    }
}
