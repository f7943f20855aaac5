package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The loan is paid back and closed. */
@EventType("finance.LoanSettled")
public record LoanSettled(@JsonUnwrapped LoanParties parties, Instant at) implements LoanFact {}
