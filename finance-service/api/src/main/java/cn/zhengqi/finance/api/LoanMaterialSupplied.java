package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise has given what the bank asked for; the bank has it before it again. */
@EventType("finance.LoanMaterialSupplied")
public record LoanMaterialSupplied(@JsonUnwrapped LoanParties parties, Instant at) implements LoanFact {}
