package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bank said no.
 *
 * @param reasonCode from the catalogue of refusal reasons
 * @param reasonLabel what the catalogue says for it; absent from those of before it was told
 * @param reason the bank's words
 */
@EventType(value = "finance.LoanApplicationRefused", kept = Kept.FOR_REBUILDING)
public record LoanApplicationRefused(
        @JsonUnwrapped LoanParties parties,
        String reasonCode,
        @Nullable String reasonLabel,
        String reason,
        Instant at) implements LoanFact {}
