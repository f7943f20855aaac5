package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.product.LoanProduct;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a bank offers for a demand.
 *
 * @param amount yuan
 * @param rate percent a year
 * @param until last day on which it can be chosen
 */
record Offer(
        LoanProduct product,
        BigDecimal amount,
        BigDecimal rate,
        int termMonths,
        LocalDate until,
        @Nullable String words) {}
