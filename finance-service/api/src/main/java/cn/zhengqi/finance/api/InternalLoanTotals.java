package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of finance, counted from its own tables, against which the statistics are checked. */
@FeignClient(name = "finance-service", contextId = "loan-totals")
public interface InternalLoanTotals {

    /**
     * Amounts in yuan, days of the district.
     *
     * @param orders applications ever handed in
     * @param inReview handed in or taken up, not decided
     * @param approved settled and expired ones among them
     * @param disbursed paid out so far
     * @param loanProducts that can be applied for
     */
    record LoanTotals(
            long orders,
            BigDecimal orderAmount,
            Map<Channel, Long> ordersByChannel,
            Map<LocalDate, OrdersOfDay> ordersByDay,
            long inReview,
            long approved,
            long refused,
            long withdrawn,
            BigDecimal disbursed,
            long loanProducts) {

        public LoanTotals {
            ordersByChannel = Map.copyOf(ordersByChannel);
            ordersByDay = Map.copyOf(ordersByDay);
        }
    }

    record OrdersOfDay(long orders, BigDecimal amount) {}

    @GetMapping("/internal/totals")
    LoanTotals totals();
}
