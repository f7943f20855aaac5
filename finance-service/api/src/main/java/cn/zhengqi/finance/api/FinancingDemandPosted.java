package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An enterprise says what money it needs, without naming a product.
 *
 * @param amount yuan
 * @param banks that had a product for it at that moment
 * @param expiresOn its last day
 */
@EventType("finance.FinancingDemandPosted")
public record FinancingDemandPosted(
        @JsonUnwrapped DemandParties demand,
        BigDecimal amount,
        int termMonths,
        String purpose,
        String townName,
        List<UUID> banks,
        LocalDate expiresOn,
        Instant at)
        implements DemandFact {

    public FinancingDemandPosted {
        banks = List.copyOf(banks);
    }
}
