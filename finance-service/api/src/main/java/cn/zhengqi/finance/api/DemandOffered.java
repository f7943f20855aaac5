package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A bank answered a demand with an offer.
 *
 * @param amount yuan
 * @param annualRate percent a year
 * @param until last day on which it can be chosen
 */
@EventType(value = "finance.DemandOffered", kept = Kept.FOR_REBUILDING)
public record DemandOffered(
        @JsonUnwrapped ClaimParties claim,
        String productTitle,
        BigDecimal amount,
        BigDecimal annualRate,
        int termMonths,
        LocalDate until,
        Instant at)
        implements ClaimFact {}
