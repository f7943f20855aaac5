package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise took its application back before the bank had decided. */
@EventType("finance.LoanApplicationWithdrawn")
public record LoanApplicationWithdrawn(@JsonUnwrapped LoanParties parties, Instant at) implements LoanFact {}
