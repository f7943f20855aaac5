package cn.zhengqi.finance.coordination;

import java.math.BigDecimal;

/**
 * What money an enterprise needs.
 *
 * @param amount yuan
 * @param purpose in words, as a bank reads it
 */
record Need(BigDecimal amount, int termMonths, String purpose, CreditKind kind) {}
