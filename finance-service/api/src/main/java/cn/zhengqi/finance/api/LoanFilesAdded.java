package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise has handed in files that the bank did not ask for. */
@EventType("finance.LoanFilesAdded")
public record LoanFilesAdded(@JsonUnwrapped LoanParties parties, Instant at) implements LoanFact {}
