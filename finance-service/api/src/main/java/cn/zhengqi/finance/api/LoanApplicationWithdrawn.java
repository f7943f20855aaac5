package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise took its application back before the bank had decided. */
@EventType(value = "finance.LoanApplicationWithdrawn", kept = Kept.FOR_REBUILDING)
public record LoanApplicationWithdrawn(@JsonUnwrapped LoanParties parties, Instant at) implements LoanFact {}
