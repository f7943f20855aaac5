package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise entered the platform's register, or its entry changed: the event carries what anybody may hear of it. Who represents it is not in it, nor where it sits.
 *
 * @param registeredCapital 万元
 * @param registeredAt when it came into the platform's register
 * @param facts register facts under the names of the fact dictionary: entityType, established, industryCode, regionCode
 */
@EventType(value = "user.EnterpriseRegistered", kept = Kept.FOR_REBUILDING)
public record EnterpriseRegistered(
        UUID enterpriseId,
        String uscc,
        String name,
        String entityType,
        BigDecimal registeredCapital,
        LocalDate establishedOn,
        String industryCode,
        String industryName,
        String townCode,
        String townName,
        String regionCode,
        EnterpriseStatus status,
        boolean demo,
        Instant registeredAt,
        Map<String, @Nullable Object> facts)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return enterpriseId;
    }
}
