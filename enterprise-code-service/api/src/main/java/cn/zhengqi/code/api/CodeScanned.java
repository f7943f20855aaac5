package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone scanned the code of an enterprise and saw what it allows.
 *
 * @param scannerId account, or the system that scanned; absent in facts of before it was told
 */
@EventType("code.CodeScanned")
public record CodeScanned(
        UUID scanId,
        UUID enterpriseId,
        @Nullable UUID scannerId,
        String scannerName,
        @Nullable String institutionName,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return scanId;
    }
}
