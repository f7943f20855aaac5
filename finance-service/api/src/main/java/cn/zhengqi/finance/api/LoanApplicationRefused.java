package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The bank said no.
 *
 * @param reasonCode from the catalogue of refusal reasons
 * @param reason the bank's words
 */
@EventType("finance.LoanApplicationRefused")
public record LoanApplicationRefused(@JsonUnwrapped LoanParties parties, String reasonCode, String reason, Instant at)
        implements LoanFact {}
