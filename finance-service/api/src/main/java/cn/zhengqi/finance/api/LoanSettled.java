package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The loan is paid back and closed. */
@EventType(value = "finance.LoanSettled", kept = Kept.FOR_REBUILDING)
public record LoanSettled(@JsonUnwrapped LoanParties parties, Instant at) implements LoanFact {}
