package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An enterprise came on the list of those to be checked (申报清单).
 *
 * @param amount yuan
 * @param visited an officer declared it after a visit; else the enterprise itself did
 */
@EventType("finance.CoordinationDeclared")
public record CoordinationDeclared(
        @JsonUnwrapped CoordinationParties parties,
        BigDecimal amount,
        int termMonths,
        String townName,
        boolean visited,
        Instant at)
        implements CoordinationFact {}
