package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The bank needs more from the enterprise before it can decide.
 *
 * @param what is needed, in the bank's words
 */
@EventType("finance.LoanMaterialAsked")
public record LoanMaterialAsked(@JsonUnwrapped LoanParties parties, String what, Instant at) implements LoanFact {}
