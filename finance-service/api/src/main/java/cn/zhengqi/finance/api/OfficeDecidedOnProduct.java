package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The finance office suspended a bank's loan product or lifted a suspension of it. Its bank is told, also where the product was off sale already or stays so.
 *
 * @param suspended false: lifted
 * @param onSale whether it takes applications now
 * @param reason why it was suspended; absent where it was lifted
 * @param byName who of the finance office
 * @param fromHomePage whether it stood on the home page until then
 */
@EventType("finance.OfficeDecidedOnProduct")
public record OfficeDecidedOnProduct(
        UUID productId,
        String title,
        UUID bankId,
        boolean suspended,
        boolean onSale,
        @Nullable String reason,
        String byName,
        boolean fromHomePage,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return productId;
    }
}
