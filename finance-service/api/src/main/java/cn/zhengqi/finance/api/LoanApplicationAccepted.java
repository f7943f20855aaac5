package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The bank took the application up: 银行审批中. */
@EventType(value = "finance.LoanApplicationAccepted", kept = Kept.FOR_REBUILDING)
public record LoanApplicationAccepted(@JsonUnwrapped LoanParties parties, Instant at) implements LoanFact {}
